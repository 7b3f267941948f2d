import { fileURLToPath } from "node:url";
import { defineConfig, devices } from "@playwright/test";

// Every process that a story starts inherits it, and keeps what it has compiled for the next one.
const loadQuickly = `--import ${new URL("../scripts/load-quickly.js", import.meta.url).href}`;
const given = process.env.NODE_OPTIONS ?? "";
if (!given.includes(loadQuickly)) process.env.NODE_OPTIONS = `${given} ${loadQuickly}`.trim();
process.env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL("../.cache/compiled", import.meta.url));

const executablePath = process.env.CHROME_PATH;
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "./tests",
  outputDir: "./test-results",
  // A page waits for its server most of the time, and a server for its page.
  workers: 2,
  // What takes long, and what others show in part, runs in `npm run test:full`.
  ...(process.env.EPOCHAL_FULL === "1" ? {} : { grepInvert: /@full/ }),
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["json"] as const] : [])],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1440, height: 900 },
    // A trace makes every story a sixth longer: `--trace on` where one has failed.
    trace: "off",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium's sandbox does not start as root, as in most CI containers.
      chromiumSandbox: process.getuid?.() !== 0,
      args: quiet,
    },
  },
});
