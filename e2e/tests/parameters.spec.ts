import { expect, sharedBy } from "../dashboard.ts";
import { type SweptRun, seedSweep } from "../seed-sweep.ts";

let runs: readonly SweptRun[];

const test = sharedBy(seedSweep);

test.beforeEach(async ({ dashboard, seeded, page }) => {
  runs = seeded;
  await page.goto(`${dashboard.url}/projects/sweep/parameters`);
  await expect(page.getByRole("status")).toHaveText("200 runs");
});

const best = ({ valAuc }: SweptRun) => Math.max(...valAuc);
const meanBest = (some: readonly SweptRun[]) =>
  some.reduce((sum, run) => sum + best(run), 0) / some.length;

test("says which parameter matters, with the number of runs", async ({ page }) => {
  const table = page.getByRole("region", { name: "Effects" }).getByRole("table");
  const rows = table.getByRole("row");
  await expect(rows.nth(1)).toContainText("optimizer.learningRate");
  await expect(rows.nth(1)).toContainText("higher is better");
  await expect(rows.nth(1)).toContainText("200");
  await expect(rows.filter({ hasText: "units" })).toContainText("higher is better");
  await expect(rows.filter({ hasText: "dropout" })).not.toContainText("is better");
  // A seed is a repetition, and no parameter.
  await expect(table).not.toContainText("seed");
});

test("a brush on an axis is the filter in the address, and Back takes it away", async ({
  page,
}) => {
  const picture = page.getByRole("group", { name: /Parallel coordinates of 200 runs/ });
  const lower = picture.getByRole("slider", { name: "units, lower end" });
  await lower.focus();
  await page.keyboard.press("ArrowUp");
  await expect(page).toHaveURL(/where=units/);
  await expect(page.getByRole("status")).toHaveText("100 of 200 runs");
  await expect(page.getByRole("button", { name: "Remove units = 64" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("status")).toHaveText("200 runs");
  await page.goForward();
  await expect(page.getByRole("status")).toHaveText("100 of 200 runs");
  // The box, the chips and the brushes are one filter.
  const filter = page.getByRole("combobox", { name: "Filter runs" });
  await expect(filter).toHaveValue("units = 64");
  await page.getByRole("button", { name: "clear brushes" }).click();
  await expect(page.getByRole("status")).toHaveText("200 runs");
  await filter.fill("units = 32");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("100 of 200 runs");
  await expect(lower).toHaveAttribute("aria-valuetext", /32/);
  await page.getByRole("button", { name: "day-2" }).click();
  await expect(page.getByRole("status")).toHaveText("20 of 40 runs");
});

test("an axis is brushed with the mouse, and its name moves it", async ({ page }) => {
  const picture = page.getByRole("group", { name: /Parallel coordinates/ });
  const name = picture.getByRole("button", { name: /^Axis units, / });
  const box = await name.boundingBox();
  if (box === null) throw new Error("The axis is not drawn.");
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + 22);
  await page.mouse.down();
  await page.mouse.move(x, box.y + 80, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole("status")).toHaveText("100 of 200 runs");
  await name.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/axes=/);
  await expect(picture.getByRole("button", { name: /^Axis units, 1 of/ })).toBeVisible();
  const [from, to] = await Promise.all([
    name.boundingBox(),
    picture.getByRole("button", { name: /^Axis .*, 3 of/ }).boundingBox(),
  ]);
  if (from === null || to === null) throw new Error("The axes are not drawn.");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2 + 8, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(picture.getByRole("button", { name: /^Axis units, 3 of/ })).toBeVisible();
});

test("a dot of the scatter says its run, brings its line forward, and opens it", async ({
  page,
}) => {
  const region = page.getByRole("region", { name: "One param" });
  await region.getByLabel("Param").selectOption("units");
  await region.getByLabel("Colour").selectOption("optimizer.learningRate");
  const dots = region.getByRole("img", { name: "val_auc by units, 200 runs" }).locator("circle");
  await expect(dots).toHaveCount(200);
  // As many colours as learning rates, and as many places as units, however they are spread there.
  const all = await dots.evaluateAll((circles) =>
    circles.map((dot) => [dot.getAttribute("fill"), Number(dot.getAttribute("cx"))] as const),
  );
  expect(new Set(all.map(([fill]) => fill)).size).toBe(2);
  const across = all.map(([, x]) => x).sort((a, b) => a - b);
  expect(across.filter((x, i) => x - (across[i - 1] ?? x) > 100)).toHaveLength(1);
  const lines = page
    .getByRole("group", { name: /Parallel coordinates/ })
    .locator("g[fill=none] > path");
  const before = await lines.count();
  // The last one lies over the others.
  await dots.last().hover();
  const told = region.getByText(/: 0\.\d{4}$/);
  await expect(told).toBeVisible();
  const value = (await told.textContent())?.slice(-6) ?? "";
  expect(runs.map((run) => best(run).toFixed(4))).toContain(value);
  await expect(lines).toHaveCount(before + 1);
  await dots.last().click();
  await expect(page).toHaveURL(/\/runs\//);
  await expect(page.getByRole("region", { name: "Verdict" })).toContainText(value);
});

test("the grid has the mean and the number of runs of each pair of values", async ({ page }) => {
  const region = page.getByRole("region", { name: "Two params" });
  await region.getByLabel("Rows").selectOption("units");
  await region.getByLabel("Columns").selectOption("optimizer.learningRate");
  const own = runs.filter(({ units, learningRate }) => units === 64 && learningRate === 0.01);
  const row = region.getByRole("row", { name: /^64 / });
  await expect(row.getByRole("cell").last()).toHaveText(`${meanBest(own).toFixed(4)}50 runs`);
});

test("the search's progress names what moved the record", async ({ page }) => {
  const region = page.getByRole("region", { name: "Progress of the search" });
  let held = Number.NEGATIVE_INFINITY;
  const records = runs.filter((run) => {
    if (best(run) <= held) return false;
    held = best(run);
    return true;
  });
  await expect(region.getByRole("listitem")).toHaveCount(records.length);
  await expect(region.getByRole("listitem").first()).toContainText(held.toFixed(4));
  await expect(region.getByRole("listitem").last()).toContainText("the first");
  const changed = records.findIndex(
    (run, i) => records[i - 1]?.learningRate === 0.001 && run.learningRate === 0.01,
  );
  await expect(region.getByRole("listitem").nth(records.length - 1 - changed)).toContainText(
    "optimizer.learningRate 0.001 → 0.01",
  );
});

test("a filter that is none is told, and everything is still shown", async ({
  dashboard,
  page,
}) => {
  await page.goto(`${dashboard.url}/projects/sweep/parameters?where=units+%3E`);
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.getByRole("status")).toHaveText("200 runs");
});
