// Two hundred runs: found, grouped, changed and compared from the table.
import { openStore } from "@epochal/store";
import type { Page } from "@playwright/test";
import { axeFaults } from "../axe-faults.ts";
import { colorOf, placesOf } from "../canvas.ts";
import { bar, count, filter, runs, table, taken } from "../compare-page.ts";
import { expect, test as ownTest, sharedBy } from "../dashboard.ts";
import { type SweptRun, seedSweep } from "../seed-sweep.ts";

// What a story changes, it undoes.
const test = sharedBy(seedSweep);

async function open(page: Page, url: string, where = "", found = "200 runs") {
  await page.goto(`${url}/projects/sweep?where=${encodeURIComponent(where)}`);
  await expect(count(page)).toHaveText(found);
  await taken(page);
}

const bestOf = ({ valAuc }: SweptRun) => Math.max(...valAuc);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

test("a query is completed, holds for all of the page, and Back takes it away", async ({
  page,
  dashboard,
  seeded: swept,
}) => {
  await open(page, dashboard.url);
  await filter(page).pressSequentially("uni");
  await page.getByRole("option", { name: "units" }).click();
  await page.getByRole("option", { name: "=", exact: true }).click();
  await page.getByRole("option", { name: "64", exact: true }).click();
  await expect(filter(page)).toHaveValue(/^units = 64 ?$/);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
  await expect(count(page)).toHaveText("100 of 200 runs");
  // All of the page follows it.
  await expect(page.getByRole("article", { name: "auc" })).toContainText("100 runs");
  await expect(page.getByRole("link", { name: "Parameters" })).toHaveAttribute(
    "href",
    /where=units/,
  );
  const best = Math.max(...swept.filter(({ units }) => units === 64).map(bestOf));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(best.toFixed(4));
  await expect(page).toHaveURL(/where=units/);
  await page.getByRole("button", { name: "day-2" }).click();
  await expect(count(page)).toHaveText("20 of 200 runs");
  await page.getByRole("button", { name: "Remove units = 64" }).click();
  await expect(count(page)).toHaveText("40 of 200 runs");
  await page.goBack();
  await expect(count(page)).toHaveText("20 of 200 runs");
  await page.goBack();
  await page.goBack();
  await expect(count(page)).toHaveText("200 runs");
  await expect(filter(page)).toHaveValue("");
});

test("what is wrong with a query is said in words, and what was asked before is offered again", async ({
  page,
  dashboard,
}) => {
  await open(page, dashboard.url);
  await filter(page).fill("unts = 64");
  await expect(runs(page).getByRole("alert")).toContainText("Did you mean units?");
  await page.keyboard.press("Enter");
  await expect(count(page)).toHaveText("200 runs");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(filter(page)).toHaveValue("");
  await filter(page).fill("units = 64");
  await page.keyboard.press("Enter");
  await expect(count(page)).toHaveText("100 of 200 runs");
  await page.getByRole("button", { name: "Remove units = 64" }).click();
  await expect(count(page)).toHaveText("200 runs");
  // What was asked before is offered, also after a reload.
  await page.reload();
  await filter(page).click();
  await page.getByRole("option", { name: "units = 64" }).click();
  await expect(count(page)).toHaveText("100 of 200 runs");
  await page.getByRole("button", { name: "Remove units = 64" }).click();
  // Runs like one have its params, whatever their seeds.
  await expect(count(page)).toHaveText("200 runs");
  await page.keyboard.press("j");
  await page.keyboard.press(" ");
  await bar(page).getByRole("button", { name: "Like this run" }).click();
  await expect(count(page)).toHaveText("25 of 200 runs");
  await page.goBack();
  await expect(bar(page)).toContainText("1 run selected");
});

ownTest(
  "configs without their seeds fold to mean and spread, with the word of chance; two of them are compared by key, and new runs wait",
  {
    tag: "@full",
  },
  async ({ page, dashboard }) => {
    const swept = await seedSweep(dashboard.store);
    await open(page, dashboard.url);
    await page.getByRole("button", { name: "Group by" }).click();
    await page.getByRole("option", { name: "config without seed" }).click();
    await page.keyboard.press("Escape");
    await expect(count(page)).toHaveText("8 groups of 200 runs");
    const isOf = (run: SweptRun) =>
      run.learningRate === 0.01 && run.units === 64 && run.dropout === 0.3;
    const bests = swept.filter(isOf).map(bestOf);
    expect(bests).toHaveLength(25);
    const row = table(page).getByRole("row", { name: /dropout 0.3, lr 0.01, 64 units/ });
    const sd = Math.sqrt(
      bests.reduce((sum, value) => sum + (value - mean(bests)) ** 2, 0) / (bests.length - 1),
    );
    await expect(row).toContainText(mean(bests).toFixed(4));
    await expect(row).toContainText(`± ${sd.toFixed(4)}`);
    await expect(page.getByRole("region", { name: "Verdict" })).toContainText(
      /over .*: .*25 .*each, best of 8 groups: not distinguishable/,
    );
    await row.getByRole("button", { name: /^Runs of/ }).click();
    await expect(table(page).getByRole("link", { name: /seed/ })).toHaveCount(25);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole("link", { name: "Compare the two" }).click();
    await expect(page).toHaveURL(new RegExp(`^${dashboard.url}/diff/groups`));
    await expect(page.getByRole("region", { name: "In words" })).toContainText("best of 8 groups");
    await page.goBack();
    await expect(count(page)).toHaveText("8 groups of 200 runs");
    await page.goBack();
    await expect(count(page)).toHaveText("200 runs");
    await page.goForward();
    await expect(count(page)).toHaveText("8 groups of 200 runs");

    // Any two of them, by keys alone.
    for (const _ of [1, 2]) {
      await page.keyboard.press("j");
      await page.keyboard.press(" ");
    }
    const chosen = page.getByRole("toolbar", { name: "Selected groups" });
    await expect(chosen).toContainText("2 groups selected");
    await expect(chosen.getByRole("button", { name: "Compare 2 groups" })).toBeVisible();
    const names = table(page)
      .getByRole("row")
      .getByText(/lr 0\.0/);
    const order = await names.allTextContents();
    await page.keyboard.press("d");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/ over /);
    await expect(page.getByRole("region", { name: "In words" })).toContainText("25 seeds each");
    await page.goBack();
    await expect(chosen).toContainText("2 groups selected");
    await page.reload();
    await expect(chosen).toContainText("2 groups selected");

    // Runs that come move nothing until somebody wants to see them.
    const store = await openStore(dashboard.store);
    for (const units of [64, 128, 128]) {
      const config = { optimizer: { learningRate: 0.01 }, units, epochs: 12, dropout: 0.3 };
      const run = await store.startRun({ project: "sweep", config, record: false });
      run.log({ val_auc: 0.99 }, { epoch: 0 });
      await run.finish();
    }
    await store.close();
    const pill = table(page).getByRole("button", { name: "3 new runs" });
    await expect(pill).toBeVisible();
    expect(await names.allTextContents()).toEqual(order);
    await expect(chosen).toContainText("2 groups selected");
    await pill.click();
    await expect(count(page)).toHaveText("9 groups of 203 runs");
    await expect(table(page).getByRole("row").nth(1)).toContainText("128 units");
    expect(await axeFaults(page)).toEqual([]);

    // Bands of a zoomed stretch are asked for again, by params and tags together.
    const near = page.waitForRequest(/\/api\/bands\?.*from=0&to=90000/);
    await page.goto(`${dashboard.url}/projects/sweep?group=units,tags&x=relative&zoom=0..90000`);
    await near;
    const untagged = table(page).getByRole("row", { name: /128 units, no tag/ });
    await untagged.getByRole("link", { name: /^Compare/ }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("main")).toContainText("128 units, no tag");
  },
);

test("runs are tagged, archived and deleted together, and each is undone", async ({
  page,
  dashboard,
}) => {
  await open(page, dashboard.url, "units = 64 and seed = 1", "20 of 200 runs");
  const boxes = table(page).getByRole("checkbox", { name: /^Select (?!all)/ });
  const undo = (said: string) =>
    page.getByRole("dialog", { name: said }).getByRole("button", { name: "Undo" }).click();
  await boxes.nth(0).click();
  await boxes.nth(2).click({ modifiers: ["Shift"] });
  await page.keyboard.type("#good");
  await page.keyboard.press("Enter");
  await expect(page.getByText("3 runs tagged “good”.")).toBeVisible();
  const tagged = table(page).getByRole("row").filter({ hasText: "good" });
  await expect(tagged).toHaveCount(3);
  await bar(page).getByRole("button", { name: "Tags of the selected runs" }).click();
  await page.getByRole("button", { name: "Take off the tag good" }).click();
  await expect(tagged).toHaveCount(0);
  await undo("Took “good” off 3 runs.");
  await expect(tagged).toHaveCount(3);
  await undo("3 runs tagged “good”.");
  await expect(tagged).toHaveCount(0);
  for (const [name, said] of [
    ["Archive", "3 runs archived."],
    ["Delete", "3 runs moved to the trash."],
  ] as const) {
    if ((await bar(page).count()) === 0) {
      await boxes.nth(0).click();
      await boxes.nth(2).click({ modifiers: ["Shift"] });
    }
    await bar(page).getByRole("button", { name }).click();
    await expect(count(page)).toHaveText("17 of 197 runs");
    await expect(bar(page)).toHaveCount(0);
    await undo(said);
    await expect(count(page)).toHaveText("20 of 200 runs");
  }
});

test("a tag takes over the colours of the lines, and a press gives them back", async ({
  page,
  dashboard,
}) => {
  // Two configs of the first two days.
  const where = "units = 64 and seed = 1 and (tag = day-1 or tag = day-2) and not has:dropout";
  await open(page, dashboard.url, where, "4 of 200 runs");
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  await expect(page.getByRole("combobox", { name: "Find a column" })).toBeFocused();
  await page.keyboard.type("day-1");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Column day-1" }).click();
  await page.getByRole("menuitem", { name: "Colour lines by it" }).click();
  await expect(page).toHaveURL(/color=tag:day-1/);
  const rows = table(page).locator("tr[data-run]");
  const canvas = page.getByRole("article", { name: "auc" }).locator("canvas").first();
  const colorsOf = async (day: string) => {
    const all = await rows.filter({ hasText: day }).all();
    return new Set(await Promise.all(all.map(colorOf)));
  };
  const [[first = ""], [second = ""]] = [await colorsOf("day-1"), await colorsOf("day-2")];
  expect([...(await colorsOf("day-1"))]).toEqual([first]);
  expect([...(await colorsOf("day-2"))]).toEqual([second]);
  expect(first).not.toBe(second);
  for (const color of [first, second])
    await expect.poll(async () => (await placesOf(canvas, color)).length).toBeGreaterThan(20);
  await page.getByRole("button", { name: "Column tags" }).click();
  await page.getByRole("menuitem", { name: "Colour lines by it" }).click();
  await expect(page).toHaveURL(/color=tags/);
  await page.getByRole("button", { name: "Colours of runs instead of tags" }).click();
  await expect.poll(async () => (await colorsOf("day-")).size).toBe(4);
});

test("a baseline, a sort by two columns and a colour by a param are in the address, and Back undoes them", async ({
  page,
  dashboard,
  seeded: swept,
}) => {
  await open(page, dashboard.url);
  await page.keyboard.press("j");
  await page.keyboard.press("b");
  await expect(page).toHaveURL(/base=/);
  // Every value column of the others says how far they are from it.
  const [first = 0, second = 0] = swept.map(bestOf).sort((a, b) => b - a);
  const rows = table(page).locator("tr[data-run]");
  await expect(rows.nth(1)).toContainText(second.toFixed(4));
  await expect(rows.nth(1)).toContainText(`−${(first - second).toFixed(4)}`);
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  await expect(page.getByRole("combobox", { name: "Find a column" })).toBeFocused();
  await page.keyboard.type("last val_loss");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(table(page).getByRole("columnheader", { name: /last val_loss/ })).toBeAttached();
  await expect(rows.first().getByRole("cell").last()).toBeAttached();
  await page.getByRole("button", { name: "Column units" }).click();
  await page.getByRole("menuitem", { name: "Colour lines by it" }).click();
  await expect(page).toHaveURL(/color=param:units/);
  const colors = await Promise.all([...(await rows.all())].slice(0, 12).map(colorOf));
  const drawn = page.getByRole("article", { name: "auc" }).locator("canvas").first();
  expect(new Set(colors).size).toBeLessThanOrEqual(2);
  for (const color of new Set(colors))
    await expect.poll(async () => (await placesOf(drawn, color)).length).toBeGreaterThan(20);
  await page.getByRole("button", { name: "kept", exact: true }).click();
  await page.getByRole("button", { name: "units", exact: true }).click({ modifiers: ["Shift"] });
  await expect(page).toHaveURL(/sort=kept:val_auc\+desc,param:units\+asc/);
  await page.goBack();
  await expect(page).not.toHaveURL(/param:units\+asc/);
  await page.goBack();
  await page.goBack();
  await expect(page).not.toHaveURL(/color=/);
  await expect(page).toHaveURL(/base=/);
});
