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
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
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
    // Whoever asks for less motion gets none: what opens is there at once.
    await page.getByRole("button", { name: "Columns", exact: true }).click();
    await expect(page.getByRole("combobox", { name: "Find a column" })).toBeFocused();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press("Escape");

    await page
      .getByRole("link", { name: /64 units/ })
      .first()
      .click();
    await expect(page).toHaveURL(/\/runs\//);
    await expect(page).toHaveTitle(/^lr 0\.\d+.* · Epochal$/);
    await expect(page.getByRole("article", { name: "auc" })).toContainText("points");
    expect(await faults(page)).toEqual([]);
  });

test.describe("on a phone", () => {
  test.use({
    ...{ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
    ...{ hasTouch: true, isMobile: true },
  });

  test("two runs are compared by touch; the sentence and a chart are within one screen", async ({
    dashboard,
    page,
  }) => {
    await seedRuns(dashboard.store);
    await page.goto(dashboard.url);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await sidewaysRoom(page)).toBe(0);
    await page.getByRole("link", { name: "seeded", exact: true }).tap();
    const table = page.getByRole("table", { name: "Runs" });
    await expect(page.getByRole("article", { name: "auc" })).toContainText("points");
    expect(await sidewaysRoom(page)).toBe(0);
    const sentence = await page.getByRole("region", { name: "Verdict" }).boundingBox();
    expect(sentence?.y).toBeLessThan((await table.boundingBox())?.y ?? 0);
    const canvas = page.getByRole("article", { name: "auc" }).locator("canvas").first();
    expect((await canvas.boundingBox())?.y).toBeLessThan(844);
    await reads(page, "auc");

    const boxes = table.getByRole("checkbox", { name: /^Select lr/ });
    for (const n of [0, 1]) await boxes.nth(n).tap();
    await page.getByRole("button", { name: "Compare 2 runs" }).tap();
    await expect(page).toHaveURL(/\/diff\//);
    await expect(page.getByRole("region", { name: "In words" })).toContainText(/in val_auc/);
    await reads(page, "auc");
    await expect(page.getByRole("figure")).toContainText(/epoch \d+: [+-]0\.\d+/);
    expect(await sidewaysRoom(page)).toBe(0);

    await page.goBack();
    await expect(page.getByRole("toolbar", { name: "Selected runs" })).toContainText("2 runs");
    await table.getByRole("link", { name: /64 units/ }).tap();
    await expect(page.getByRole("article", { name: "auc" })).toContainText("points");
    await reads(page, "auc");
    expect(await sidewaysRoom(page)).toBe(0);
  });

  /** A tap in the middle of a chart gives a reading that stays. */
  async function reads(page: Page, name: string): Promise<void> {
    const cursor = page.getByRole("slider", { name: `Cursor of ${name}`, exact: true });
    await cursor.scrollIntoViewIfNeeded();
    // As soon as there is something to read.
    await expect(cursor).not.toHaveAttribute("aria-valuemax", "1");
    await cursor.tap();
    await expect(cursor).toHaveAttribute("aria-valuetext", /^epoch \d+: .*0\.\d+/);
  }
});

test("at 320 pixels, and at twice the size of a laptop's text, no page scrolls sideways", async ({
  dashboard,
  page,
}) => {
  await seedRuns(dashboard.store);
  for (const width of [320, 720]) {
    await page.setViewportSize({ width, height: 450 });
    for (const place of ["/", "/projects/seeded", "/projects/seeded/parameters"]) {
      await page.goto(dashboard.url + place);
      await expect(page.getByText(/6 runs/).first()).toBeVisible();
      expect(await sidewaysRoom(page), `${place} at ${width}`).toBe(0);
    }
  }
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
