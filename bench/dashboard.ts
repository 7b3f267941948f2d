// How fast the pages of the dashboard are, beside a page without style that draws the same answers with plain chart.js. Build first: pnpm run -r build
// CHROME_PATH=/usr/bin/chromium pnpm exec node bench/dashboard.ts [--only few,many,all,dense,memory] [--rounds 5] [--stores FOLDER]
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Browser } from "@playwright/test";
import { clickCharts } from "./dashboard/click-charts.ts";
import { launchBrowser } from "./dashboard/launch-browser.ts";
import { firstLoad, loadPage, type PageFigures } from "./dashboard/load-page.ts";
import { type SeededStore, seedBatches, seedEpochs, seedRuns } from "./dashboard/seed-stores.ts";
import { serveBarePage } from "./dashboard/serve-bare-page.ts";
import { residentMb, type Started, startDashboard } from "./dashboard/start-dashboard.ts";

const { values: given } = parseArgs({
  options: {
    only: { type: "string", default: "few,many,all,dense,memory" },
    rounds: { type: "string", default: "5" },
    /** Where seeded stores are kept for the next time. By default they are seeded anew, and removed. */
    stores: { type: "string" },
  },
});
const only = given.only.split(",");
const rounds = Number(given.rounds);
const folder = given.stores ?? mkdtempSync(path.join(tmpdir(), "epochal-bench-"));

type Limits = { readonly [figure in keyof PageFigures]?: number };

const words: { readonly [figure in keyof PageFigures]: string } = {
  firstRowMs: "first row, ms",
  completeMs: "complete, ms",
  requests: "requests besides scripts, styles and fonts",
  longestTaskMs: "longest task, ms (0: under 50)",
  layoutShift: "layout shift",
};

/** One figure beside that of the baseline, and what is promised of it. */
function say(name: string, ours: number, bare?: number, limit?: number): void {
  const number = (value: number) => Number(value.toPrecision(3)).toLocaleString("en");
  const beside = bare === undefined ? "" : `  bare page ${number(bare)}`;
  const promise = limit === undefined ? "" : `  at most ${number(limit)}`;
  const over = limit !== undefined && ours > limit ? "  OVER" : "";
  console.log(`  ${name.padEnd(44)} ${number(ours).padStart(7)}${beside}${promise}${over}`);
}

async function withStore(
  name: string,
  store: SeededStore,
  measure: (dashboard: Started, browser: Browser, page: string) => Promise<void>,
): Promise<void> {
  const dashboard = await startDashboard(store.location);
  const browser = await launchBrowser();
  try {
    console.log(name);
    await measure(dashboard, browser, `${dashboard.url}/projects/${store.project}`);
  } finally {
    await browser.close();
    await dashboard.stop();
  }
}

async function measureLoads(name: string, store: SeededStore, limits: Limits): Promise<void> {
  await withStore(name, store, async ({ url }, browser, page) => {
    const newContext = () => browser.newContext({ viewport: { width: 1440, height: 900 } });
    const { asked, scriptsKb, laterKb } = await firstLoad(await newContext(), page);
    const ours = await loadPage(await newContext(), page, rounds);
    const context = await newContext();
    const address = await serveBarePage(context, url, store.project, asked);
    const bare = await loadPage(context, address, rounds);
    for (const [figure, name] of Object.entries(words) as [keyof PageFigures, string][])
      say(name, ours[figure], bare[figure], limits[figure]);
    say("scripts of the first load, KB gzip", scriptsKb, undefined, 250);
    say("scripts that come after, KB gzip", laterKb);
  });
}

try {
  const few = () => seedEpochs(folder, 12, 20);
  if (only.includes("few")) {
    const limits = { firstRowMs: 300, completeMs: 700, requests: 12 };
    await measureLoads("12 runs", await few(), limits);
  }
  if (only.includes("many")) {
    const limits = { completeMs: 1200, longestTaskMs: 100, layoutShift: 0.02 };
    const store = await seedEpochs(folder, 200, 100);
    await measureLoads("200 runs of 10 metrics and 100 epochs", store, limits);
  }
  if (only.includes("all")) {
    const limits = { firstRowMs: 500, completeMs: 1500 };
    await measureLoads("10,000 runs", await seedRuns(folder, 10_000), limits);
  }
  if (only.includes("dense")) {
    const store = await seedBatches(folder, 50, 100_000);
    await measureLoads("50 runs of 100,000 points on one card", store, {});
    await withStore("the same, another axis by a click", store, async (_, browser, page) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      say("until it is drawn, ms", await clickCharts(context, page, rounds), undefined, 200);
    });
  }
  if (only.includes("memory")) {
    await withStore("200 pages", await few(), async ({ pid, url }, _, page) => {
      const load = async (address: string) => (await fetch(address)).text();
      await load(page);
      const first = residentMb(pid);
      for (let n = 0; n < 200; n++) await load(n % 2 === 0 ? page : url);
      const name = `memory of the server, MB (${first.toFixed(0)} after the first)`;
      say(name, residentMb(pid), undefined, 250);
    });
  }
} finally {
  if (given.stores === undefined) rmSync(folder, { recursive: true });
}
