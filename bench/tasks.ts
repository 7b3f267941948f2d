// Writes the table of docs/tasks.md: what people want to know of their runs, in how many actions and how soon. Build first: pnpm run -r build
// CHROME_PATH=/usr/bin/chromium node bench/tasks.ts [--rounds 5] [--page docs/tasks.md]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Browser } from "@playwright/test";
import { seedPair } from "../e2e/seed-pair.ts";
import { seedRuns } from "../e2e/seed-runs.ts";
import { seedSweep } from "../e2e/seed-sweep.ts";
import { launchBrowser } from "./dashboard/launch-browser.ts";
import { startDashboard } from "./dashboard/start-dashboard.ts";
import { percentile } from "./report.ts";
import { replaceMeasured } from "./scale/scale-table.ts";
import { allTasks } from "./tasks/all-tasks.ts";
import { Hand } from "./tasks/hand.ts";
import type { Places, Task } from "./tasks/task.ts";
import { type TaskFigures, tasksTable } from "./tasks/tasks-table.ts";

const { values: given } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    /** The page between whose marks the table is written. */
    page: {
      type: "string",
      default: fileURLToPath(new URL("../docs/tasks.md", import.meta.url)),
    },
  },
});
const page = readFileSync(given.page, "utf8");
// So that a page without marks is refused before all the work.
replaceMeasured(page, "");
const places: Places = {
  sweep: "/projects/sweep",
  odd: "/projects/seeded",
  pair: "/projects/pairs",
};

/** Does a task in a browser that has never seen the dashboard. */
async function doTask(browser: Browser, url: string, task: Task): Promise<TaskFigures> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const hand = new Hand(await context.newPage());
  const begin = performance.now();
  await hand.page.goto(url + places[task.at ?? "sweep"], { waitUntil: "commit" });
  // Nobody acts on a page that is not there yet.
  await hand.page
    .getByRole("article")
    .first()
    .getByText(/ points/)
    .first()
    .waitFor();
  await task.act(hand);
  const seconds = (performance.now() - begin) / 1_000;
  await context.close();
  return { actions: hand.actions, seconds };
}

const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
/** Every round of a task has a store as it was seeded: some tasks change it. */
async function measure(browser: Browser, round: number): Promise<readonly TaskFigures[]> {
  const location = path.join(folder, String(round), "runs.db");
  await seedSweep(location);
  await seedRuns(location);
  await seedPair(location);
  const dashboard = await startDashboard(location);
  try {
    const found: TaskFigures[] = [];
    for (const place of Object.values(places)) await (await fetch(dashboard.url + place)).text();
    for (const task of allTasks) {
      const figures = await doTask(browser, dashboard.url, task).catch((fault: Error) => {
        throw new Error(`“${task.question}” is not answered: ${fault.message}`);
      });
      console.log(
        `${figures.seconds.toFixed(2).padStart(6)} s ${figures.actions}  ${task.question}`,
      );
      found.push(figures);
    }
    return found;
  } finally {
    await dashboard.stop();
  }
}

const browser = await launchBrowser();
try {
  const rounds: (readonly TaskFigures[])[] = [];
  for (let round = 0; round < Number(given.rounds); round++)
    rounds.push(await measure(browser, round));
  const rows = allTasks.map((task, at) => {
    const own = rounds.flatMap((round) => round[at] ?? []);
    const seconds = percentile(
      Float64Array.from(own, (one) => one.seconds),
      0.5,
    );
    return { task, figures: { actions: Math.max(...own.map((one) => one.actions)), seconds } };
  });
  const machine = `${availableParallelism()} cores, Node ${process.versions.node}, Chromium ${browser.version()}, ${process.platform} ${process.arch}`;
  const measured = `Measured on ${machine}; of ${rounds.length} rounds the middle one.`;
  writeFileSync(given.page, replaceMeasured(page, `${measured}\n\n${tasksTable(rows)}`));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
