import { expect } from "@playwright/test";
import { test } from "../keeper.ts";
import { endless, epochOf, MoonsSite, trained } from "../moons-site.ts";

let site: MoonsSite;

test.beforeAll(async () => {
  site = await MoonsSite.open();
});

test.afterAll(() => site?.close());

test("a page trains while its dashboard is killed, is reloaded and closed, and every epoch is recorded once", async ({
  page,
  context,
  browser,
}) => {
  await page.goto(site.address(endless));
  await page.getByRole("button", { name: "Train" }).click();
  await trained(page, 3);
  await expect.poll(async () => (await site.newest())?.status.state).toBe("running");
  // In a window of its own: a page behind another tab is slow.
  const viewer = await browser.newPage();
  await viewer.goto(`${site.dashboard.url}/projects/moons`);
  const running = viewer.getByRole("status").filter({ hasText: "1 running" });
  await expect(running).toBeVisible();
  const run = await site.newest();
  const id = run?.id ?? "";
  // Chromium without a window shows every page: what it would tell a page behind another one is told here.
  const tellPage = (state: "hidden" | "visible") =>
    page.evaluate((said) => {
      Object.defineProperty(document, "visibilityState", { value: said, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await tellPage("hidden");
  await page.waitForTimeout(1_100);
  await tellPage("visible");
  const hidden = async () =>
    (await site.store.getRun(id)).events.filter(({ event }) => event.type === "hidden");
  await expect.poll(hidden).toHaveLength(1);

  // Nobody listens any more. Training goes on.
  site.kill();
  const before = await epochOf(page);
  await trained(page, before + 10);
  // What is older than a quarter of a second outlives the page.
  const kept = await epochOf(page);
  await expect.poll(() => epochOf(page)).toBeGreaterThan(kept + 1);
  await page.waitForTimeout(300);
  await page.goto(site.address(endless));
  await site.restart();
  await expect.poll(() => site.stateOf(id)).toBe("closed");
  await expect.poll(async () => (await site.epochsIn(id)).total).toBeGreaterThan(kept);
  expect(await site.epochsIn(id)).toMatchObject({ areAll: true });

  // The token is the one that was printed before: the page need not be changed.
  await page.getByRole("button", { name: "Train" }).click();
  const asked = await site.running();
  await viewer.goto(`${site.dashboard.url}/runs/${asked}`);
  await viewer.getByRole("button", { name: "Save weights now" }).click();
  const saved = viewer.getByText(`saved to indexeddb://epochal/${asked}/epoch-`);
  await expect(saved.filter({ visible: true }).first()).toBeVisible();
  await viewer.getByRole("button", { name: "Stop after this epoch" }).click();
  await expect(page.locator("body[data-trained]")).toBeAttached();
  const { run: second, history } = JSON.parse(
    (await page.locator("body").getAttribute("data-trained")) ?? "",
  );
  expect(await site.stateOf(second)).toBe("stopped_early");
  const { value } = await site.store.readSeries({ run: second, key: "val_auc" });
  expect(Array.from(value ?? [])).toEqual(history.val_auc);
  const { events } = await site.store.getRun(second);
  expect(
    events.some(({ event }) => event.type === "card" && event.card.backend !== undefined),
  ).toBe(true);

  await viewer.goto(`${site.dashboard.url}/projects/moons`);
  const closed = await context.newPage();
  await closed.goto(site.address(endless));
  await closed.getByRole("button", { name: "Train" }).click();
  await trained(closed, 3);
  await closed.close();
  await expect.poll(async () => (await site.newest())?.status.state).toBe("closed");
  await expect(running).toBeHidden();
});

test("a page learns what is missing: a dashboard, its origin, a token", async ({ page }) => {
  const faultAt = async (search: string, from = site.origin) => {
    await page.goto(`${from}/?backend=cpu&${search}`);
    await page.getByRole("button", { name: "Train" }).click();
    await expect(page.locator("body[data-fault]")).toBeAttached();
    return page.locator("body").getAttribute("data-fault");
  };
  const of = (there: string) => `url=${encodeURIComponent(there)}`;
  expect(await faultAt(`token=x&${of("http://127.0.0.1:9")}`)).toContain(
    `Nobody answers at http://127.0.0.1:9. Start the dashboard on that machine with: npx epochal --allow-origin ${site.origin}`,
  );
  expect(await faultAt(`token=x&${of(site.dashboard.url)}`)).toContain("does not take the token");
  const other = site.origin.replace("127.0.0.1", "localhost");
  expect(await faultAt(`token=x&${of(site.dashboard.url)}`, other)).toContain(
    `${site.dashboard.url} answers, but not to pages of ${other}. Start the dashboard with: npx epochal --allow-origin ${other}`,
  );
});

test("a web worker trains and records as its page does @full", async ({ page }) => {
  await page.goto(site.address("&worker&epochs=4"));
  await page.getByRole("button", { name: "Train" }).click();
  await expect(page.locator("body[data-trained]")).toBeAttached();
  const trained = (await page.locator("body").getAttribute("data-trained")) ?? "";
  const { run, history } = JSON.parse(trained);
  expect(await site.stateOf(run)).toBe("finished");
  const { value } = await site.store.readSeries({ run, key: "val_auc" });
  expect(Array.from(value)).toEqual(history.val_auc);
});
