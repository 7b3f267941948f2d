// What a run costs that logs twenty times a second while somebody looks at it, beside the same page while nothing is logged. Build first: pnpm run -r build
// CHROME_PATH=/usr/bin/chromium pnpm exec node bench/watched.ts [--seconds 60] [--hz 20] [--requests]
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { launchBrowser } from "./dashboard/launch-browser.ts";
import { seedEpochs } from "./dashboard/seed-stores.ts";
import { startDashboard } from "./dashboard/start-dashboard.ts";
import { type Traffic, watchTraffic } from "./dashboard/watch-traffic.ts";

const { values: given } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    hz: { type: "string", default: "20" },
    /** Whether to tell what was asked for, and how many bytes came back. */
    requests: { type: "boolean", default: false },
  },
});
const seconds = Number(given.seconds);
const warmUp = 8;
const program = fileURLToPath(new URL("dashboard/log-at.ts", import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "epochal-bench-"));
const { location, project } = await seedEpochs(folder, 12, 20);
const dashboard = await startDashboard(location);
const browser = await launchBrowser();

function say(name: string, { bytes, pageMs, browserMs, serverMs, asked }: Traffic): void {
  const share = (ms: number) => `${(ms / seconds / 10).toFixed(1).padStart(5)} %`;
  console.log(
    `${name.padEnd(34)} ${((bytes / seconds) * 60e-3).toFixed(0).padStart(6)} KB a minute   page ${share(pageMs)}   rest of the browser ${share(browserMs)}   server ${share(serverMs)} of a core`,
  );
  if (!given.requests) return;
  for (const [address, { count, bytes }] of asked)
    console.log(`  ${String(count).padStart(4)} × ${address}: ${(bytes / 1e3).toFixed(0)} KB`);
}

try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const watch = async (address: string) => {
    await page.goto(address);
    await page.waitForTimeout(warmUp * 1000);
    return watchTraffic(page, dashboard.pid, seconds);
  };
  const compare = `${dashboard.url}/projects/${project}`;
  say("nothing is logged", await watch(compare));
  const lasts = String(3 * (seconds + 2 * warmUp));
  const training = spawn(process.execPath, [program, location, given.hz, lasts], {
    stdio: "inherit",
  });
  try {
    const run = `${dashboard.url}/runs/${await watchedRun()}`;
    say(`${given.hz} Hz, the runs of the project`, await watch(compare));
    say(`${given.hz} Hz, the run itself`, await watch(run));
  } finally {
    const ended = once(training, "exit");
    training.kill();
    await ended;
  }
} finally {
  await browser.close();
  await dashboard.stop();
  rmSync(folder, { recursive: true });
}

/** The id of the run that is logged, when it is there. */
async function watchedRun(): Promise<string> {
  const address = `${dashboard.url}/api/runs?project=${project}&where=${encodeURIComponent("status = running")}`;
  for (;;) {
    const answer = await fetch(address);
    const { rows } = (await answer.json()) as { readonly rows: readonly { readonly id: string }[] };
    if (rows[0] !== undefined) return rows[0].id;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
