// Two hundred runs, without a mouse.
import type { Locator } from "@playwright/test";
import { bar, count, filter, table } from "../compare-page.ts";
import { expect, test } from "../dashboard.ts";
import { seedSweep } from "../seed-sweep.ts";

test.beforeEach(async ({ dashboard, page }) => {
  await seedSweep(dashboard.store);
  await page.goto(`${dashboard.url}/projects/sweep`);
  await expect(count(page)).toHaveText("200 runs");
});

test("by keyboard alone two runs are found, compared, tagged and deleted, and the focus is kept over Back", {
  tag: "@full",
}, async ({ page, dashboard }) => {
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  /** Goes on by Tab, as somebody without a mouse does. */
  const tabTo = async (target: Locator, key: "Tab" | "Shift+Tab" = "Tab") => {
    for (let n = 0; n < 80; n++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await press(key);
    }
    throw new Error("It is not reached by Tab.");
  };
  await page.goto(dashboard.url);
  const project = page.getByRole("link", { name: "sweep", exact: true });
  await expect(project).toBeVisible();
  await tabTo(project);
  await press("Enter");
  await expect(count(page)).toHaveText("200 runs");
  await press("/");
  await expect(filter(page)).toBeFocused();
  await page.keyboard.type("units = 64");
  await press("Enter");
  await expect(count(page)).toHaveText("100 of 200 runs");
  await press("Escape", "j", "Space", "j", "j", "b");
  await expect(page).toHaveURL(/base=/);
  await press("Space");
  await expect(bar(page).getByRole("button", { name: "Compare 2 runs" })).toBeVisible();
  const links = table(page).getByRole("link");
  await press("d");
  await expect(page).toHaveURL(/\/diff\/[^/]+\.\.\.[^/]+$/);
  const words = page.getByRole("region", { name: "In words" });
  await expect(words).toContainText(/points? (?:better|worse) in val_auc|as good/);
  await press("n");
  await expect(page.locator("[data-difference]:focus")).toContainText(/seed|dropout|units/);
  const cursor = page.getByRole("slider", { name: "Cursor of auc", exact: true });
  await tabTo(cursor);
  await press("End");
  await expect(cursor).toHaveAttribute("aria-valuetext", /^epoch 12: /);
  await expect(page.getByRole("figure")).toContainText(/epoch 12: [+-]/);

  await page.goBack();
  await expect(bar(page)).toContainText("2 runs selected");
  await expect(count(page)).toHaveText("100 of 200 runs");
  await expect(links.nth(2)).toBeFocused();
  await press("Enter");
  await expect(page).toHaveURL(/\/runs\/.*\?from=/);
  await expect(page.getByRole("navigation", { name: "Neighbours in the list" })).toContainText(
    "3 of 100",
  );
  await tabTo(
    page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "sweep" }),
  );
  await press("Enter");
  await expect(bar(page)).toContainText("2 runs selected");
  await expect(page.getByRole("button", { name: /^Baseline/, pressed: true })).toHaveCount(1);

  await tabTo(bar(page).getByRole("button", { name: "Tag" }));
  await press("Enter");
  await expect(page.getByRole("textbox", { name: "Add a tag" })).toBeFocused();
  await page.keyboard.type("good");
  await press("Enter");
  await expect(page.getByText("2 runs tagged “good”.")).toBeVisible();
  const row = table(page).locator("tr[data-run]").first();
  await expect(row).toContainText("good");
  await press("Escape");
  await expect(bar(page).getByRole("button", { name: "Tag" })).toBeFocused();
  await press("z");
  await expect(row).not.toContainText("good");
  await tabTo(bar(page).getByRole("button", { name: "Delete" }));
  await press("Enter");
  await expect(count(page)).toHaveText("98 of 198 runs");
  await expect(page.getByText("2 runs moved to the trash.")).toBeVisible();
  await press("z");
  await expect(count(page)).toHaveText("100 of 200 runs");
});

test("by keyboard a run is renamed, tagged and noted where it stands, and its page leads back", {
  tag: "@full",
}, async ({ page }) => {
  await page.keyboard.press("j");
  await page.keyboard.press(" ");
  await page.keyboard.press("j");
  await page.keyboard.press(" ");
  await expect(bar(page)).toContainText("2 runs selected");
  await page.keyboard.press("j");
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("the one");
  await page.keyboard.press("Enter");
  const one = table(page).getByRole("link", { name: "the one" });
  await expect(one).toBeFocused();
  // Its tags and notes, and undone: all of it by keyboard, where the row stands.
  await page.keyboard.press("t");
  await expect(page.getByRole("textbox", { name: "Add a tag" })).toBeFocused();
  await page.keyboard.type("of the paper");
  await page.keyboard.press("Enter");
  const takeOff = page.getByRole("button", { name: "Take off the tag of the paper" });
  await expect(takeOff).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(one).toBeFocused();
  await page.keyboard.press("n");
  await expect(page.getByRole("textbox", { name: "Notes" })).toBeFocused();
  await page.keyboard.type("worth it");
  await page.keyboard.press("Control+Enter");
  const popover = page.getByRole("dialog", { name: "Tags and notes of the one" });
  await expect(popover).toContainText("worth it");
  await page.keyboard.press("Escape");
  await expect(one).toBeFocused();
  await page.keyboard.press("z");
  // The row is drawn anew once it is undone, and what was opened before is shut then.
  await expect(async () => {
    if (!(await takeOff.isVisible())) await page.keyboard.press("t");
    await expect(popover).toBeVisible({ timeout: 1000 });
    await expect(popover).not.toContainText("worth it", { timeout: 1000 });
    await takeOff.press("Enter", { timeout: 1000 });
  }).toPass();
  await expect(takeOff).toBeHidden();
  await page.keyboard.press("Escape");
  await one.click();
  await expect(page).toHaveURL(/\/runs\/.*\?from=/);
  await expect(page.getByRole("navigation", { name: "Neighbours in the list" })).toContainText(
    "3 of 200",
  );
  await page.getByRole("link", { name: "sweep" }).click();
  await expect(bar(page)).toContainText("2 runs selected");
});
