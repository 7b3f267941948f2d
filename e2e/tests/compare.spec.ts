import type { Page } from "@playwright/test";
import { colorOf, placesOf } from "../canvas.ts";
import { expect, sharedBy } from "../dashboard.ts";
import { seedRuns } from "../seed-runs.ts";

const test = sharedBy(seedRuns);

test.beforeEach(async ({ dashboard, page }) => {
  await page.goto(dashboard.url);
  await page.getByRole("link", { name: /seeded/ }).click();
  await expect(page.getByRole("table", { name: "Runs" })).toBeVisible();
});

const rowOf = (page: Page, name: RegExp) =>
  page.getByRole("table", { name: "Runs" }).getByRole("row", { name });

/** How many pixels of the chart of AUC have this colour. */
const drawnIn = async (page: Page, color: string) =>
  (await placesOf(page.getByRole("article", { name: "auc" }).locator("canvas").first(), color))
    .length;

test("the first sentence names the best run, its epoch and what it kept", async ({ page }) => {
  const verdict = page.getByRole("region", { name: "Verdict" });
  await expect(verdict.getByRole("heading", { level: 1 })).toHaveText(
    "Best: lr 0.01, 128 units, val_auc 0.9500 at epoch 5. It kept 0.8900 (epoch 20).",
  );
  await expect(verdict).toContainText("Stopping at epoch 5 would have gained 0.06");
  await expect(verdict.getByRole("button", { name: /diverged 1 run/ })).toBeVisible();
  await expect(verdict.getByRole("button", { name: /stopped early 1 run/ })).toBeVisible();
});

test("the table is the legend: how each run ended, best with its epoch, what was kept", async ({
  page,
}) => {
  const table = page.getByRole("table", { name: "Runs" });
  await expect(table.getByRole("row")).toHaveCount(7);
  const best = table.getByRole("row").nth(1);
  await expect(best).toContainText("lr 0.01, 128 units");
  await expect(best).toContainText("finished");
  await expect(best).toContainText("0.9500");
  await expect(best).toContainText("epoch 5");
  const stopped = table.getByRole("row", { name: /64 units/ });
  await expect(stopped).toContainText("stopped early");
  await expect(stopped.getByTitle(/^stopped early after 9 epochs/)).toBeVisible();
  await expect(table.getByRole("row", { name: /lr 3/ })).toContainText(
    "diverged · NaN from epoch 10",
  );
});

test("one chart a metric, training and validation together, and a diverged run flattens nobody", async ({
  page,
}) => {
  const auc = page.getByRole("article", { name: "auc" });
  await expect(auc).toContainText(/6 runs · \d+ of \d+ points/);
  await expect(auc.getByRole("img", { name: /^auc: metric, 6 runs/ })).toBeVisible();
  await expect(auc).toContainText("val_auc had not improved on 0.9000 (epoch 6) for 3 epochs");
  await expect(page.getByRole("article", { name: "loss" })).toContainText("1 run leaves the axis");
  // Who opens the page gets it with what it shows; the points of all charts come by one request, and no other page is asked for.
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith("/api/") || search.includes("_rsc")) asked.push(pathname);
  });
  await page.reload();
  await expect(auc).toContainText(/6 runs · \d+ of \d+ points/);
  await expect(page.getByRole("article", { name: "loss" })).toContainText("1 run leaves the axis");
  await expect(auc).toContainText("val_auc had not improved on 0.9000 (epoch 6) for 3 epochs");
  expect(asked.sort()).toEqual(["/api/live", "/api/series", "/api/traces"]);
});

test("sorting, hiding and searching are in the URL and survive a reload", async ({ page }) => {
  const table = page.getByRole("table", { name: "Runs" });
  await table.getByRole("button", { name: "kept", exact: true }).click();
  await expect(table.getByRole("columnheader", { name: "kept" })).toHaveAttribute(
    "aria-sort",
    /ending$/,
  );
  const gone = await colorOf(rowOf(page, /lr 3,/));
  await expect.poll(() => drawnIn(page, gone)).toBeGreaterThan(200);
  await page.getByRole("button", { name: "Show lr 3, 32 units" }).click();
  await expect(page.getByRole("region", { name: "Runs" })).toContainText("1 hidden");
  await expect(page.getByRole("article", { name: "auc" })).toContainText("5 runs");
  await page.mouse.move(2, 2);
  const left = await table
    .locator("th > svg > rect")
    .evaluateAll((rects) => rects.map((rect) => getComputedStyle(rect).fill));
  expect(left).toHaveLength(5);
  // Another run may have got its colour; and where lines cross, some pixels are a mixture that is near it.
  if (!left.includes(gone)) await expect.poll(() => drawnIn(page, gone)).toBeLessThan(80);
  expect(await drawnIn(page, left[0] ?? "")).toBeGreaterThan(20);
  // What kept most, by the values of the seeded runs.
  await expect(table.getByRole("row").nth(1)).toContainText("lr 0.001, 32 units");
  const order = await table.getByRole("row").allInnerTexts();
  await page.waitForURL(/sort=.*kept/);
  await page.waitForURL(/hide=/);

  await page.reload();
  await expect(page.getByRole("button", { name: "Show lr 3, 32 units" })).toHaveAttribute(
    "aria-pressed",
    "false",
  );
  await expect(page.getByRole("article", { name: "auc" })).toContainText("5 runs");
  expect(await table.getByRole("row").allInnerTexts()).toEqual(order);

  await page.getByRole("combobox", { name: "Filter runs" }).fill("units=64");
  await page.keyboard.press("Enter");
  await expect(table.getByRole("row")).toHaveCount(2);
  await page.waitForURL(/where=units/);
  await page.reload();
  await expect(table.getByRole("row")).toHaveCount(2);

  // What was typed in one go is one step of the history, and what was chosen is another.
  await page.goBack();
  await expect(page).not.toHaveURL(/where=/);
  await expect(page).toHaveURL(/hide=/);
  await page.goBack();
  await expect(page).not.toHaveURL(/hide=/);
  await expect(page.getByRole("article", { name: "auc" })).toContainText("6 runs");
});

test("everything can be reached by keyboard", async ({ page }) => {
  await page.keyboard.press("/");
  const filter = page.getByRole("combobox", { name: "Filter runs" });
  await expect(filter).toBeFocused();
  // Where completions are open, the first Escape closes them.
  await expect(async () => {
    await page.keyboard.press("Escape");
    await expect(filter).not.toBeFocused({ timeout: 500 });
  }).toPass();
  const links = page.getByRole("table", { name: "Runs" }).getByRole("link");
  await page.keyboard.press("j");
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press("x");
  await expect(page.getByRole("region", { name: "Runs" })).toContainText("1 hidden");
  await page.keyboard.press("s");
  await expect(page.getByRole("region", { name: "Runs" })).toContainText("5 hidden");
  await expect(page.getByRole("article", { name: "auc" })).toContainText(/1 run ·/);
  // What was hidden before stays so.
  await page.keyboard.press("s");
  await expect(page.getByRole("article", { name: "auc" })).toContainText("5 runs");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/runs\//);
});

test("the page of a run shows its end, its config, its events and its charts", async ({ page }) => {
  const row = page.getByRole("table", { name: "Runs" }).getByRole("row", { name: /64 units/ });
  await row.getByRole("link").first().click();
  await page.waitForURL(/\/runs\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/64 units/);
  const verdict = page.getByRole("region", { name: "Verdict" });
  await expect(verdict).toContainText("stopped early after 9 epochs");
  await expect(verdict).toContainText("It kept these weights");
  await expect(page.getByRole("region", { name: "Config" })).toContainText("learningRate");
  const events = page.getByRole("region", { name: "Events" });
  await expect(events).toContainText("Weights of epoch 6 restored, val_auc 0.9");
  await events.getByText("Early stopping, 9 epochs").click();
  await expect(events).toContainText("no improvement: 3 of 3");
  await expect(page.getByRole("article", { name: "auc" })).toContainText("18 of 18 points");
});

test.describe("an address with a query that is none", () => {
  test.use({ asksWrongly: true });

  test("says what is wrong with it, and the page goes on from there", async ({
    dashboard,
    page,
  }) => {
    await page.goto(`${dashboard.url}/projects/seeded?where=unts+%3D+64`);
    const runs = page.getByRole("region", { name: "Runs" });
    await expect(runs.getByRole("alert")).toContainText("Did you mean units?");
    await page.getByRole("combobox", { name: "Filter runs" }).fill("units = 64");
    await page.keyboard.press("Enter");
    await expect(runs.getByRole("alert")).toBeHidden();
    await expect(page.getByRole("table", { name: "Runs" }).getByRole("row")).toHaveCount(2);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      "val_auc 0.9000 at epoch 6",
    );
    // Metrics and days are asked for as params are.
    await page.getByRole("combobox", { name: "Filter runs" }).fill("val_auc > 0.9");
    await page.keyboard.press("Enter");
    await expect(runs.getByRole("status").first()).toHaveText("4 of 6 runs");
    await page.getByRole("button", { name: "Remove val_auc > 0.9" }).click();
    await page.getByRole("button", { name: "today", exact: true }).click();
    await expect(
      page.getByRole("button", { name: /^Remove started = \d{4}-\d\d-\d\d$/ }),
    ).toBeVisible();
    await expect(runs.getByRole("status").first()).toHaveText("6 runs");
  });
});
