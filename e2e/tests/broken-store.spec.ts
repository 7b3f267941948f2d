import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { startDashboard } from "../dashboard.ts";
import { seedRuns } from "../seed-runs.ts";

test("a store that breaks is said to be unreadable, and is read again once it is mended @full", async ({
  page,
}) => {
  const folder = mkdtempSync(path.join(tmpdir(), "epochal-broken-"));
  const location = path.join(folder, "runs.db");
  await seedRuns(location);
  const dashboard = await startDashboard(location);
  try {
    const sound = readFileSync(location);
    writeFileSync(
      location,
      Buffer.concat([sound.subarray(0, 100), Buffer.alloc(sound.length - 100, 7)]),
    );
    await page.goto(dashboard.url);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The store could not be read");
    await expect(page.getByRole("link", { name: "Epochal" })).toBeVisible();
    writeFileSync(location, sound);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("6 runs").first()).toBeVisible();
  } finally {
    if (dashboard.process.pid !== undefined) process.kill(-dashboard.process.pid, "SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
});
