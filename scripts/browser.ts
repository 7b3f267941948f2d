// Finds a Chrome or Chromium for the end-to-end tests, or installs one. Run alone, it prints its path.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "@playwright/test";
import { installWithApt, runShown } from "./install-with-apt.ts";

const require = createRequire(import.meta.url);

const WHAT_TO_TYPE = `No Chrome or Chromium was found, and none could be installed. Install one:
  Debian, Ubuntu   sudo apt-get install chromium
  Fedora           sudo dnf install chromium
  macOS            brew install --cask chromium
or name one in the environment: CHROME_PATH=/path/to/chrome npm test`;

function findBrowser(): string | undefined {
  return [
    process.env.CHROME_PATH,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/snap/bin/chromium",
    "/opt/google/chrome/chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    chromium.executablePath(),
  ].find((path) => path && existsSync(path));
}

/** The path of a Chrome or Chromium, which is installed first where there is none. */
export function ensureBrowser(): string {
  const present = findBrowser();
  if (present) return present;
  installWithApt("chromium");
  if (!findBrowser())
    runShown(process.execPath, require.resolve("@playwright/test/cli"), "install", "chromium");
  const installed = findBrowser();
  if (!installed) throw new Error(WHAT_TO_TYPE);
  return installed;
}

if (import.meta.main) console.log(ensureBrowser());
