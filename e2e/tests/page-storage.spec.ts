// What becomes of a run whose page is killed, or whose browser keeps nothing.
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { build } from "vite";
import { test } from "../keeper.ts";
import { endless, epochOf, MoonsSite, trained } from "../moons-site.ts";

let site: MoonsSite;

test.beforeAll(async () => {
  site = await MoonsSite.open();
});

test.afterAll(() => site?.close());

/** Ends the process of a page, as a browser does that has no memory left. */
async function kill(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await Promise.all([page.waitForEvent("crash"), void devtools.send("Page.crash").catch(() => {})]);
}

test("what a killed tab has left is recorded once, though several tabs send it @full", async ({
  page,
  context,
}) => {
  await page.goto(site.address(endless));
  await page.getByRole("button", { name: "Train" }).click();
  await trained(page, 3);
  const id = await site.running();
  site.kill();
  const before = await epochOf(page);
  await trained(page, before + 20);
  const kept = await epochOf(page);
  await page.waitForTimeout(300);
  await kill(page);
  const tabs = await Promise.all([1, 2, 3].map(() => context.newPage()));
  await Promise.all(tabs.map((tab) => tab.goto(site.address())));
  await site.restart();
  await expect.poll(async () => (await site.epochsIn(id)).total).toBeGreaterThan(kept);
  await expect.poll(() => site.stateOf(id)).toBe("closed");
  expect(await site.epochsIn(id)).toMatchObject({ areAll: true });
  const left = () =>
    tabs[0]?.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const request = indexedDB.open("epochal", 1);
          request.onsuccess = () => {
            const all = request.result.transaction("journals").objectStore("journals").count();
            all.onsuccess = () => resolve(all.result);
          };
        }),
    );
  await expect.poll(left).toBe(0);
});

test("a page whose browser is cleared trains on, and its run says what is missing @full", async ({
  page,
  context,
}) => {
  const warnings: string[] = [];
  page.on("console", (line) => line.type() === "warning" && warnings.push(line.text()));
  await page.goto(site.address(endless));
  await page.getByRole("button", { name: "Train" }).click();
  await trained(page, 3);
  const id = await site.running();
  site.kill();
  const before = await epochOf(page);
  await trained(page, before + 20);
  await page.waitForTimeout(300);
  const devtools = await context.newCDPSession(page);
  const storageTypes = "indexeddb";
  await devtools.send("Storage.clearDataForOrigin", { origin: site.origin, storageTypes });
  const cleared = await epochOf(page);
  // What was cleared is begun anew two seconds later at the latest.
  await page.waitForTimeout(3_000);
  await trained(page, cleared + 20);
  const kept = await epochOf(page);
  await page.waitForTimeout(300);
  await kill(page);
  const next = await context.newPage();
  await next.goto(site.address());
  await site.restart();
  const said = async () => (await site.store.getRun(id)).events.map(({ event }) => event);
  await expect.poll(said).toContainEqual(
    expect.objectContaining({
      message: expect.stringMatching(/Tracker: \d+ bytes of lines are lost/),
    }),
  );
  const last = async () => (await site.store.getRun(id)).series.map(({ last }) => last?.step);
  await expect
    .poll(async () => Math.max(...(await last()).map(Number)))
    .toBeGreaterThanOrEqual(kept);
  await expect.poll(() => site.stateOf(id)).toBe("closed");
  const { step, total } = await site.store.readSeries({ run: id, key: "val_auc" });
  expect(total).toBeLessThan(Number(step.at(-1)) + 1);
  expect(warnings.filter((words) => words.includes("does not take in"))).toHaveLength(1);
});

for (const [why, says] of [
  ["blocked", "there is no IndexedDB"],
  ["full", "this browser has no more room"],
] as const) {
  test(`a page whose browser is ${why} trains and is recorded, and says so once @full`, async ({
    page,
  }) => {
    const warnings: string[] = [];
    page.on("console", (line) => line.type() === "warning" && warnings.push(line.text()));
    if (why === "blocked") {
      await page.addInitScript(() => {
        Object.defineProperty(globalThis, "indexedDB", { value: undefined });
      });
    } else {
      const devtools = await page.context().newCDPSession(page);
      const quota = { origin: site.origin, quotaSize: 1 };
      await devtools.send("Storage.overrideQuotaForOrigin", quota);
    }
    await page.goto(site.address("&epochs=60&patience=60"));
    await page.getByRole("button", { name: "Train" }).click();
    await expect(page.locator("body[data-trained]")).toBeAttached();
    const { run } = JSON.parse((await page.locator("body").getAttribute("data-trained")) ?? "");
    expect(await site.stateOf(run)).toBe("finished");
    expect(await site.epochsIn(run)).toEqual({ total: 60, areAll: true });
    const told = warnings.filter((words) => words.includes("Epochal:"));
    expect(told).toEqual([expect.stringMatching(`cannot be kept here: .*${says}`)]);
  });
}

test("one line in a page records all fits of a model as one run @full", async ({ page }) => {
  const root = path.join(import.meta.dirname, "../in-page");
  await build({
    ...{ configFile: false, root, logLevel: "warn", base: "/autolog/" },
    build: {
      ...{ outDir: path.join(site.served, "autolog"), emptyOutDir: true },
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: path.join(root, "autolog.html") },
    },
  });
  const query = `url=${encodeURIComponent(site.dashboard.url)}&token=${site.dashboard.token}`;
  const before = new Set(
    (await site.store.listRuns({ project: "moons" })).runs.map(({ id }) => id),
  );
  await page.goto(`${site.origin}/autolog/autolog.html?${query}`);
  await expect(page.locator("body[data-losses]")).toBeAttached();
  const losses: number[] = JSON.parse(
    (await page.locator("body").getAttribute("data-losses")) ?? "",
  );
  await page.goto("about:blank");
  const mine = async () => {
    const { runs } = await site.store.listRuns({ project: "moons", order: ["started"] });
    return runs.filter(({ id }) => !before.has(id)).reverse();
  };
  await expect
    .poll(async () => (await mine()).map(({ status }) => status.state))
    .toEqual(["finished", "finished"]);
  const recorded = [];
  for (const { id } of await mine()) {
    const { value } = await site.store.readSeries({ run: id, key: "loss" });
    recorded.push([...value]);
  }
  expect(recorded).toEqual([losses.slice(0, 4), losses.slice(4)]);
});
