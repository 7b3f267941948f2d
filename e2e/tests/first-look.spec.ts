import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "../dashboard.ts";

/** Folded in some seconds: longer than a page takes to be there. */
const STEPS = 2_500_000;

/** What a process left whose machine went away: nobody has heard of it for two minutes. */
function leaveJournal(store: string): void {
  const writer = { host: "h", bootId: "b", pid: 2 ** 31 - 1 };
  const run = { type: "run", run: "left", at: 1, project: "left", name: "left", config: {} };
  const lines = [
    JSON.stringify({ type: "journal", version: 1, at: 1, writer }),
    JSON.stringify({ ...run, tags: [], notes: "", writer }),
  ];
  for (let step = 0; step < STEPS; step++) {
    lines.push(`{"type":"values","run":"left","at":1,"step":${step},"values":{"loss":1}}`);
  }
  const folder = path.join(path.dirname(store), "journal");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "left.000000.jsonl");
  writeFileSync(file, `${lines.join("\n")}\n`);
  const before = Date.now() / 1000 - 120;
  utimesSync(file, before, before);
}

test("a page says what of a killed process is still being folded, and fills in without a reload", {
  tag: "@full",
}, async ({ dashboard, page }) => {
  leaveJournal(dashboard.store);
  await page.goto(dashboard.url);
  const notice = page.getByText(/^Folding what killed processes left: \d+ %/);
  await expect(notice).toBeVisible();
  await expect
    .poll(async () => (await page.request.get(`${dashboard.url}/api/projects`)).text())
    .toContain("left");
  await page.goto(`${dashboard.url}/projects/left`);
  await expect(notice).toBeHidden();
  await expect(page.getByRole("article", { name: "loss" })).toContainText(/of 2.?500.?000 points/);
});
