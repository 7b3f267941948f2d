import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { type Dashboard, expect, test } from "../dashboard.ts";

function train({ store }: Dashboard, epochs: number, ...more: readonly string[]): ChildProcess {
  const program = path.join(import.meta.dirname, "../train.ts");
  return spawn(process.execPath, [program, store, String(epochs), ...more], { stdio: "ignore" });
}

async function pointsDrawn(text: string): Promise<number> {
  return Number(/(\d+) of \d+ points/.exec(text)?.[1] ?? 0);
}

test("a training run appears and grows without a reload, to its end", async ({
  dashboard,
  page,
}) => {
  await page.goto(dashboard.url);
  await expect(page.getByRole("heading", { name: "No runs yet" })).toBeVisible();
  const goOn = `${dashboard.store}.go-on`;
  const training = train(dashboard, 12, goOn);
  // The first run opens by itself.
  await expect(page).toHaveURL(/\/projects\/watched$/);

  const card = page.getByRole("article", { name: "auc" });
  const grown = async () => pointsDrawn((await card.textContent()) ?? "");
  await expect.poll(grown).toBeGreaterThanOrEqual(2);
  await expect(page.getByRole("status").filter({ hasText: "1 running" })).toBeVisible();
  const link = page.getByRole("table", { name: "Runs" }).getByRole("link");
  const filter = page.getByRole("list", { name: "Filter" });
  for (const word of ["running", "today"])
    await filter.getByRole("button", { name: word, exact: true }).click();
  await expect(filter.getByRole("button", { name: /^Remove/ })).toHaveCount(2);
  await expect(link).toBeVisible();
  for (let step = 0; step < 2; step++) await page.goBack();
  await expect(filter.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
  await link.focus();
  const early = await grown();
  writeFileSync(goOn, "");
  await expect.poll(grown).toBeGreaterThan(early);
  await expect.poll(grown).toBe(24);
  await expect(page.getByRole("table", { name: "Runs" })).toContainText("finished · 12 epochs");
  await expect(link).toBeFocused();
  expect(training.exitCode ?? 0).toBe(0);
});

test("a run that is killed says so on the open page", async ({ dashboard, page }) => {
  await page.goto(dashboard.url);
  const training = train(dashboard, 500);
  const row = page.getByRole("table", { name: "Runs" }).getByRole("row").nth(1);
  await expect(row).toContainText(/running · (\d+ epochs?|in its)/);
  training.kill("SIGKILL");
  await expect(row).toContainText("its process is gone");
});
