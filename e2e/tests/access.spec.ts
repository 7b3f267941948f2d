import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "../dashboard.ts";
import { seedRuns } from "../seed-runs.ts";

async function faults(page: Page): Promise<string[]> {
  // After a click on a link the title arrives with the page it names.
  await expect(page).toHaveTitle(/\S/);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
  );
}

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ dashboard, page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(dashboard.url);
    await expect(page.getByRole("heading", { name: "No runs yet" })).toBeVisible();
    expect(await faults(page)).toEqual([]);

    await seedRuns(dashboard.store);
    await expect(page).toHaveURL(/\/projects\/seeded$/);
    await page.goto(dashboard.url);
    await expect(page.getByRole("link", { name: "seeded" })).toBeVisible();
    expect(await faults(page)).toEqual([]);

    await page.goto(`${dashboard.url}/projects/seeded`);
    await expect(page.getByRole("article", { name: "auc" })).toContainText("points");
    await page.getByRole("button", { name: "Show lr 3, 32 units" }).click();
    expect(await faults(page)).toEqual([]);

    await page
      .getByRole("link", { name: /64 units/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/runs\//);
    await expect(page).toHaveTitle(/^lr 0\.\d+.* · Epochal$/);
    await expect(page.getByRole("article", { name: "auc" })).toContainText("points");
    expect(await faults(page)).toEqual([]);
  });

test("a phone shows the sentence first, and no page scrolls sideways", async ({
  dashboard,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await seedRuns(dashboard.store);
  for (const place of ["/", "/projects/seeded"]) {
    await page.goto(dashboard.url + place);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await sidewaysRoom(page), place).toBe(0);
  }
  const sentence = await page.getByRole("region", { name: "Verdict" }).boundingBox();
  const table = await page.getByRole("table", { name: "Runs" }).boundingBox();
  expect(sentence?.y).toBeLessThan(table?.y ?? 0);

  await page
    .getByRole("link", { name: /64 units/ })
    .first()
    .click();
  await expect(page.getByRole("article", { name: "auc" })).toContainText("points");
  expect(await sidewaysRoom(page)).toBe(0);
});

function sidewaysRoom(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test("a name may hold anything", async ({ dashboard, page }) => {
  const { openStore } = await import("@epochal/store");
  const name = `<img src=x onerror=alert(1)> ${"long ".repeat(40)}`;
  const store = await openStore(dashboard.store);
  const run = await store.startRun({ project: `a/b?c#d ${name}`.slice(0, 120), name, notes: name });
  run.log({ loss: 1 }, { epoch: 0 });
  await run.finish();
  await store.close();
  await page.goto(dashboard.url);
  await page.getByRole("link", { name: /a\/b\?c#d/ }).click();
  await expect(page.getByRole("table", { name: "Runs" })).toContainText("<img src=x");
  await page
    .getByRole("link", { name: /<img src=x/ })
    .first()
    .click();
  await expect(page.getByRole("region", { name: "Verdict" })).toBeVisible();
  expect(await sidewaysRoom(page)).toBe(0);
});
