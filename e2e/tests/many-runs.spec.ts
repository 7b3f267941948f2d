// More runs than a page of rows: what is said, counted and found is so over all of them.
import { openStore } from "@epochal/store";
import { expect, test } from "../dashboard.ts";

const RUNS = 700;

test("the best, the count and the search are over all runs, and the table has each of them", async ({
  dashboard,
  page,
}) => {
  const store = await openStore(dashboard.store);
  for (let n = 0; n < RUNS; n++) {
    const run = await store.startRun({
      project: "many",
      name: `trial ${n}`,
      config: { trial: n, group: n % 7 },
      record: false,
    });
    // The best one is among those that were started first.
    const top = n === 3 ? 0.9201 : 0.5 + ((n * 37) % 400) / 1000;
    for (let epoch = 0; epoch < 3; epoch++)
      run.log({ val_auc: epoch === 1 ? top : top - 0.1 }, { step: epoch, epoch });
    void run.finish();
  }
  await store.close();

  await page.goto(`${dashboard.url}/projects/many`);
  const headline = page.getByRole("heading", { level: 1 });
  const table = page.getByRole("table", { name: "Runs" });
  const status = page.getByRole("region", { name: "Runs" }).getByRole("status");
  await expect(headline).toContainText("Best: trial 3, val_auc 0.9201");
  await expect(status).toHaveText(`${RUNS} runs`);
  await expect(table.getByRole("row").nth(1)).toContainText("trial 3");

  // Whoever scrolls to the end sees the last one.
  const last = table.getByRole("row").last();
  await expect(async () => {
    await last.evaluate((row) => row.closest("div")?.scrollTo(0, 1e9));
    await expect(table.locator(`[aria-rowindex="${RUNS + 1}"]`)).toContainText("0.5000", {
      timeout: 2000,
    });
  }).toPass();

  await page.getByRole("combobox", { name: "Filter runs" }).fill("param:group=5");
  await expect(status).toContainText(`100 of ${RUNS} runs`);
  // The largest of (n * 37) % 400 where n % 7 is 5.
  await expect(headline).toContainText("Best: trial 54, val_auc 0.8980");
  await page.getByRole("combobox", { name: "Filter runs" }).fill("trial=0");
  // While a list of completions is open, it alone is read.
  await page.keyboard.press("Enter");
  await expect(table.getByRole("row", { name: /trial 0/ })).toBeVisible();

  // What was asked for before is offered.
  await page.getByRole("combobox", { name: "Filter runs" }).fill("");
  await page.getByRole("combobox", { name: "Filter runs" }).click();
  await expect(page.getByRole("option", { name: "trial=0" })).toBeVisible();
  await page.keyboard.press("Enter");
  await table.getByRole("button", { name: "trial", exact: true }).click();
  await expect(table.getByRole("row").nth(1)).toContainText("trial 0");
  await page.waitForURL(/sort=param:trial/);
  await page.reload();
  await expect(table.getByRole("row").nth(1)).toContainText("trial 0");
});
