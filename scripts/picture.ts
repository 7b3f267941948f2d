// Makes the pictures of the README and of the verdicts from real trainings: node scripts/picture.ts
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "@playwright/test";
import { trainVerdicts } from "../examples/src/verdicts/train-verdicts.ts";
import { openStore } from "../packages/store/src/index.ts";
import { ensureBrowser } from "./browser.ts";
import { root, runCommand } from "./run-command.ts";

const folder = mkdtempSync(path.join(tmpdir(), "epochal-picture-"));
const store = path.join(folder, "runs.db");
const training = await runCommand("node", ["examples/src/demo.ts"], {
  env: { EPOCHAL_STORE: store },
});
if (training.code !== 0) process.exit(training.code);

const open = await openStore(store);
const verdicts = await trainVerdicts(open);
await open.close();

const server = spawn(
  process.execPath,
  [path.join(root, "packages/cli/bin/epochal.js"), "--store", store, "--port", "0"],
  { stdio: ["ignore", "pipe", "inherit"] },
);
const url = await new Promise<string>((resolve) => {
  let said = "";
  server.stdout.on("data", (chunk: Buffer) => {
    said += chunk;
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (found) resolve(found);
  });
});
const browser = await chromium.launch({
  executablePath: ensureBrowser(),
  chromiumSandbox: process.getuid?.() !== 0,
  args: ["--disable-gpu", "--disable-background-networking"],
});
for (const colorScheme of ["light", "dark"] as const) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme });
  await page.goto(`${url}/projects/bird-strikes`);
  await page
    .getByRole("img", { name: /^val_auc|^auc/ })
    .first()
    .waitFor();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: path.join(root, `docs/compare-${colorScheme}.png`) });
  await page.close();
}
for (const [rule, id] of verdicts) {
  const page = await browser.newPage({
    viewport: { width: 900, height: 900 },
    colorScheme: "light",
  });
  await page.goto(`${url}/runs/${id}`);
  const chart = page.getByRole("article", { name: "loss" });
  await chart.scrollIntoViewIfNeeded();
  await page.waitForTimeout(1500);
  await chart.screenshot({ path: path.join(root, `packages/store/docs/verdicts/${rule}.png`) });
  await page.close();
}
await browser.close();
server.kill("SIGTERM");
rmSync(folder, { recursive: true, force: true });
