import { type Browser, chromium } from "@playwright/test";

/** Chromium without what it does by itself. CHROME_PATH names the one to use. @param graphics how it draws. @default without a graphics card */
export function launchBrowser(graphics: readonly string[] = ["--disable-gpu"]): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH;
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // Chromium's sandbox does not start as root.
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      ...graphics,
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
