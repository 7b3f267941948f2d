import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore, type Store } from "@epochal/store";
import { expect, type Page, test } from "@playwright/test";
import { build, type PreviewServer, preview } from "vite";
import { type PageDashboard, startPageDashboard } from "../page-dashboard.ts";

let server: PreviewServer;
let folder: string;
let origin: string;
let dashboard: PageDashboard;
let store: Store;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "epochal-moons-"));
  const root = path.join(import.meta.dirname, "../../examples/browser");
  const outDir = path.join(folder, "page");
  const shared = { configFile: false, root, logLevel: "warn" } as const;
  const options = { outDir, emptyOutDir: true, chunkSizeWarningLimit: 5000 };
  await build({ ...shared, build: options });
  const resolve = createRequire(path.join(root, "../package.json")).resolve;
  const wasm = path.dirname(resolve("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm"));
  mkdirSync(path.join(outDir, "wasm"));
  cpSync(wasm, path.join(outDir, "wasm"), {
    recursive: true,
    filter: (file) => !file.includes(".") || file.endsWith(".wasm") || file === wasm,
  });
  server = await preview({
    ...shared,
    build: options,
    preview: { host: "127.0.0.1", port: 0 },
  });
  origin = new URL(server.resolvedUrls?.local[0] ?? "").origin;
  dashboard = await startPageDashboard({ folder, origins: [origin] });
  store = await openStore(path.join(folder, "runs.db"));
});

test.afterAll(async () => {
  dashboard?.process.kill("SIGKILL");
  await store?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const address = (more = "") =>
  `${origin}/?backend=cpu&url=${encodeURIComponent(dashboard.url)}&token=${dashboard.token}${more}`;

const endless = "&epochs=1000000&patience=1000000";

const epochOf = async (page: Page) =>
  Number((await page.locator("body").getAttribute("data-epoch")) ?? -1);

/** Waits until a page has trained so many epochs. */
const trained = (page: Page, epochs: number) =>
  expect.poll(() => epochOf(page)).toBeGreaterThanOrEqual(epochs - 1);

const newest = async () => {
  const { runs } = await store.listRuns({ project: "moons", order: ["started"], limit: 1 });
  return runs[0];
};

const stateOf = async (id: string) => (await store.getRun(id)).status.state;

/** How many epochs there are of a run, and whether none before the last one is missing. */
async function epochsIn(id: string) {
  // A long series comes back thinned. A step is there once or not at all.
  const { total, step } = await store.readSeries({ run: id, key: "val_auc" });
  return { total, areAll: total === Number(step.at(-1)) + 1 };
}

test("a page trains while its dashboard is killed, is reloaded and closed, and every epoch is recorded once", async ({
  page,
  context,
  browser,
}) => {
  await page.goto(address(endless));
  await page.getByRole("button", { name: "Train" }).click();
  await trained(page, 3);
  await expect.poll(async () => (await newest())?.status.state).toBe("running");
  // In a window of its own: a page behind another tab is slow.
  const viewer = await browser.newPage();
  await viewer.goto(`${dashboard.url}/projects/moons`);
  const running = viewer.getByRole("status").filter({ hasText: "1 running" });
  await expect(running).toBeVisible();
  const run = await newest();
  const id = run?.id ?? "";
  // Chromium without a window shows every page: what it would tell a page behind another one is told here.
  const tellPage = (state: "hidden" | "visible") =>
    page.evaluate((said) => {
      Object.defineProperty(document, "visibilityState", { value: said, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, state);
  await tellPage("hidden");
  await page.waitForTimeout(1_500);
  await tellPage("visible");
  const hidden = async () =>
    (await store.getRun(id)).events.filter(({ event }) => event.type === "hidden");
  await expect.poll(hidden).toHaveLength(1);

  // Nobody listens any more. Training goes on.
  const port = new URL(dashboard.url).port;
  dashboard.process.kill("SIGKILL");
  const before = await epochOf(page);
  await trained(page, before + 10);
  // What is older than a quarter of a second outlives the page.
  const kept = await epochOf(page);
  await expect.poll(() => epochOf(page)).toBeGreaterThan(kept + 1);
  await page.waitForTimeout(300);
  await page.goto(address("&epochs=25"));
  dashboard = await startPageDashboard({ folder, origins: [origin], port });
  await expect.poll(() => stateOf(id)).toBe("closed");
  await expect.poll(async () => (await epochsIn(id)).total).toBeGreaterThan(kept);
  expect(await epochsIn(id)).toMatchObject({ areAll: true });

  // The token is the one that was printed before: the page need not be changed.
  await page.getByRole("button", { name: "Train" }).click();
  await expect(page.locator("body[data-trained]")).toBeAttached();
  const { run: second, history } = JSON.parse(
    (await page.locator("body").getAttribute("data-trained")) ?? "",
  );
  expect(["finished", "stopped_early"]).toContain(await stateOf(second));
  const { value } = await store.readSeries({ run: second, key: "val_auc" });
  expect(Array.from(value ?? [])).toEqual(history.val_auc);
  const { events } = await store.getRun(second);
  expect(
    events.some(({ event }) => event.type === "card" && event.card.backend !== undefined),
  ).toBe(true);

  const closed = await context.newPage();
  await closed.goto(address(endless));
  await closed.getByRole("button", { name: "Train" }).click();
  await trained(closed, 3);
  await closed.close();
  await expect.poll(async () => (await newest())?.status.state).toBe("closed");
  await expect(running).toBeHidden();
});

test("a page learns what is missing: a dashboard, its origin, a token", async ({ page }) => {
  const faultAt = async (search: string, from = origin) => {
    await page.goto(`${from}/?backend=cpu&${search}`);
    await page.getByRole("button", { name: "Train" }).click();
    await expect(page.locator("body[data-fault]")).toBeAttached();
    return page.locator("body").getAttribute("data-fault");
  };
  const of = (there: string) => `url=${encodeURIComponent(there)}`;
  expect(await faultAt(`token=x&${of("http://127.0.0.1:9")}`)).toContain(
    `Nobody answers at http://127.0.0.1:9. Start the dashboard on that machine with: npx epochal --allow-origin ${origin}`,
  );
  expect(await faultAt(`token=x&${of(dashboard.url)}`)).toContain("does not take the token");
  const other = origin.replace("127.0.0.1", "localhost");
  expect(await faultAt(`token=x&${of(dashboard.url)}`, other)).toContain(
    `${dashboard.url} answers, but not to pages of ${other}. Start the dashboard with: npx epochal --allow-origin ${other}`,
  );
});

test("a web worker trains and records as its page does @full", async ({ page }) => {
  await page.goto(address("&worker&epochs=4"));
  await page.getByRole("button", { name: "Train" }).click();
  await expect(page.locator("body[data-trained]")).toBeAttached();
  const trained = (await page.locator("body").getAttribute("data-trained")) ?? "";
  const { run, history } = JSON.parse(trained);
  expect(await stateOf(run)).toBe("finished");
  const { value } = await store.readSeries({ run, key: "val_auc" });
  expect(Array.from(value)).toEqual(history.val_auc);
});

test("what a tab has left is recorded once, though several tabs send it @full", async ({
  page,
  context,
}) => {
  await page.goto(address(endless));
  await page.getByRole("button", { name: "Train" }).click();
  await trained(page, 3);
  const { port } = new URL(dashboard.url);
  await expect.poll(async () => (await newest())?.status.state).toBe("running");
  const id = (await newest())?.id ?? "";
  dashboard.process.kill("SIGKILL");
  const before = await epochOf(page);
  await trained(page, before + 20);
  const kept = await epochOf(page);
  await page.waitForTimeout(300);
  await page.close();
  const tabs = await Promise.all([1, 2, 3].map(() => context.newPage()));
  await Promise.all(tabs.map((tab) => tab.goto(address())));
  dashboard = await startPageDashboard({ folder, origins: [origin], port });
  await expect.poll(async () => (await epochsIn(id)).total).toBeGreaterThan(kept);
  await expect.poll(() => stateOf(id)).toBe("closed");
  expect(await epochsIn(id)).toMatchObject({ areAll: true });
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
