import { readFileSync } from "node:fs";
import { openStore } from "@epochal/store";
import type { Locator, Page } from "@playwright/test";
import { expect, sharedBy } from "../dashboard.ts";
import { BATCHES, RECALLS, seedCards } from "../seed-cards.ts";
import { seedSweep } from "../seed-sweep.ts";

const test = sharedBy(seedCards);

test.beforeEach(async ({ dashboard, page }) => {
  await page.goto(`${dashboard.url}/projects/cards`);
  await expect(card(page, "auc")).toContainText("3 runs");
});

const card = (page: Page, name: string) => page.getByRole("article", { name, exact: true });
const points = /([\d,]+) of ([\d,]+) points/;

/** Where a part of the plot of a chart is, from its left and its top. */
async function plotOf(chart: Locator) {
  const plot = chart.getByRole("slider");
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (box === null) throw new Error("The chart is not drawn.");
  return (part: number) => [box.x + 46 + part * (box.width - 58), box.y + box.height / 2] as const;
}

async function drag(page: Page, chart: Locator, from: number, to: number) {
  const at = await plotOf(chart);
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at((from + to) / 2), { steps: 3 });
  await page.mouse.move(...at(to), { steps: 3 });
  await page.mouse.up();
  // Under the pointer a chart tells values in the place of how many there are.
  await page.mouse.move(2, 2);
}

test("a drag zooms all charts, double click and Back undo it", async ({ page }) => {
  const loss = card(page, "loss");
  await expect(loss).toContainText("24 of 24 points");
  await drag(page, card(page, "auc"), 0.6, 1);
  await expect(page).toHaveURL(/zoom=/);
  await expect(loss).toContainText("12 of 12 points");
  await page.mouse.dblclick(...(await plotOf(loss))(0.5));
  await page.mouse.move(2, 2);
  await expect(page).not.toHaveURL(/zoom=/);
  await expect(loss).toContainText("24 of 24 points");
  await page.goBack();
  await expect(loss).toContainText("12 of 12 points");
  await page.goBack();
  await expect(page).not.toHaveURL(/zoom=/);
  await expect(loss).toContainText("24 of 24 points");
});

test("a zoomed chart has its own points, down to single batches", async ({ page }) => {
  const batches = card(page, "loss per batch");
  await page.getByRole("button", { name: /^Per batch/ }).click();
  await expect(batches).toContainText(`of ${(3 * BATCHES).toLocaleString("en")} points`);
  await drag(page, batches, 0.5, 0.6);
  await expect(page).toHaveURL(/zoom=/);
  await drag(page, batches, 0.4, 0.5);
  await expect.poll(() => told(batches)).toEqual(["all", true]);
  await page.reload();
  await page.getByRole("button", { name: /^Per batch/ }).scrollIntoViewIfNeeded();
  await expect.poll(() => told(batches)).toEqual(["all", true]);
  await page.getByRole("button", { name: "Show the whole axis" }).click();
  await expect(batches).toContainText(`of ${(3 * BATCHES).toLocaleString("en")} points`);

  // The same over time: one request for all runs.
  await page.getByRole("button", { name: "Time", exact: true }).click();
  await expect(batches).toContainText(`of ${(3 * BATCHES).toLocaleString("en")} points`);
  const stretches: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    const asked = `${search} ${request.postData() ?? ""}`;
    if (pathname === "/api/series" && asked.includes("from")) stretches.push(asked);
  });
  await drag(page, batches, 0.3, 0.32);
  await expect.poll(() => told(batches).then(([drawn]) => drawn)).toBe("all");
  expect(stretches).toHaveLength(1);
  expect(stretches[0]).toContain("relative");
});

/** Whether all points of a chart are drawn, and whether these are fewer than there are. */
async function told(chart: Locator) {
  const text = (await chart.getByRole("paragraph").first().textContent()) ?? "";
  const [, drawn, stored] = points.exec(text.replaceAll(",", "")) ?? [];
  return [drawn === stored ? "all" : "some", Number(stored) > 10 && Number(stored) < BATCHES];
}

test("a range is typed, and what is no range is said", async ({ page }) => {
  await page.getByRole("button", { name: "Range", exact: true }).click();
  await page.getByRole("textbox", { name: "From" }).fill("3");
  await page.getByRole("textbox", { name: "To" }).fill("2");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText("The first must be before the second.")).toBeVisible();
  await page.getByRole("textbox", { name: "To" }).fill("4");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/zoom=3\.\.4/);
  await expect(page.getByRole("button", { name: "epoch 3 – 4" })).toBeVisible();
  await expect(card(page, "auc")).toContainText("12 of 12 points");
});

test("which curves, which axes and how smooth: all of it is in the address", async ({ page }) => {
  const auc = card(page, "auc");
  await page.getByRole("button", { name: "Validation" }).click();
  await expect(auc).toContainText("12 of 12 points");
  await page.getByRole("button", { name: "Zero" }).click();
  await page.getByRole("button", { name: "Time" }).click();
  await expect(page).toHaveURL(/split=validation/);
  await expect(page).toHaveURL(/y=zero/);
  await expect(page).toHaveURL(/x=relative/);
  const slider = page.getByRole("slider", { name: "Smoothing" });
  await slider.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press("PageUp");
  await expect(page).toHaveURL(/smooth=/);
  await expect(auc).toContainText(/smoothed/);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  // A link tells the same in an order of its own.
  const parts = (address: string) => new URL(address).search.slice(1).split("&").sort();
  expect(copied.split("?")[0]).toBe(page.url().split("?")[0]);
  expect(parts(copied)).toEqual(parts(page.url()));
  await page.reload();
  await expect(auc).toContainText(/12 of 12 points · smoothed/);
  // Dragging a slider is no step of the history.
  await page.goBack();
  await expect(page).not.toHaveURL(/x=relative/);
  await expect(page).toHaveURL(/y=zero/);
  await page.goBack();
  await expect(page).not.toHaveURL(/y=zero/);
});

test("what runs are judged by is guessed until it is fixed for the project, and a link says it", async ({
  dashboard,
  page,
}) => {
  const tools = page.getByRole("group", { name: "How charts are shown" });
  await expect(tools).toContainText("guessed");
  await tools.getByRole("combobox", { name: "Judge by" }).selectOption("val_loss");
  await expect(tools).toContainText("chosen");
  await tools.getByRole("button", { name: "fix" }).click();
  await expect(tools).toContainText("fixed");
  await page.goto(`${dashboard.url}/projects/cards`);
  await expect(tools).toContainText("fixed");
  await expect(tools.getByRole("combobox", { name: "Judge by" })).toHaveValue("val_loss");
  await tools.getByRole("button", { name: "release" }).click();
  await expect(tools).toContainText("guessed");
  // Of a metric that nobody knows, a person says which way is better.
  await tools.getByRole("combobox", { name: "Judge by" }).selectOption("applause");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("none is best");
  await tools.getByRole("button", { name: "fix: higher is better" }).click();
  const best = "Best: run 3, applause 3 at epoch 4";
  await expect(page.getByRole("heading", { level: 1 })).toContainText(best);
  await expect(tools).toContainText("fixed");
  // Where the address does not say it, what was fixed counts; and whoever is sent the address has it, too.
  await page.goto(`${dashboard.url}/projects/cards`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(best);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "Copy link" }).click();
  const sent = await page.evaluate(() => navigator.clipboard.readText());
  expect(sent).toBe(`${dashboard.url}/projects/cards?metric=applause&better=max`);
  await page.evaluate(() => localStorage.clear());
  await page.goto(sent);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(best);
  await expect(tools).toContainText("chosen");
  await page.getByRole("link", { name: "Parameters" }).click();
  await expect(page).toHaveURL(/parameters\?metric=applause&better=max/);
  await expect(page.getByText("max:applause, higher is better")).toBeVisible();
});

test("sixty metrics are a short page, searched, pinned and sized", async ({ page }) => {
  const heights = () => page.evaluate(() => document.documentElement.scrollHeight);
  expect(await heights()).toBeLessThan(3000);
  const folded = page.getByRole("button", { name: `recall ${RECALLS} charts` });
  await expect(folded).toHaveAttribute("aria-expanded", "false");
  await expect(card(page, "recall_7")).toBeHidden();

  await page.getByRole("searchbox", { name: "Search charts" }).fill("recall_7");
  await expect(card(page, "recall_7")).toContainText("3 runs");
  await expect(card(page, "loss")).toBeHidden();
  await page.getByRole("button", { name: "Pin recall_7" }).click();
  await page.getByRole("searchbox", { name: "Search charts" }).press("Escape");
  await page.reload();
  const pinned = page.getByRole("region", { name: /^Pinned/ });
  await expect(pinned.getByRole("article", { name: "recall_7" })).toContainText("3 runs");

  const width = async () => (await card(page, "loss").boundingBox())?.width ?? 0;
  const before = await width();
  await page
    .getByRole("group", { name: "Size of charts" })
    .getByRole("button", { name: "L" })
    .click();
  await expect.poll(width).toBeGreaterThan(before * 1.5);
});

test("a chart fills the screen, arrow keys go on, Escape and Back lead out", async ({ page }) => {
  await page.getByRole("button", { name: "Full screen: auc" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: /^auc · 1 of/ })).toBeVisible();
  await expect(page).toHaveURL(/card=epoch:auc/);
  await expect(dialog.getByRole("article")).toContainText("3 runs");
  await page.keyboard.press("ArrowRight");
  await expect(dialog.getByRole("heading", { name: / · 2 of/ })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect(dialog.getByRole("heading", { name: /^auc · 1 of/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page).not.toHaveURL(/card=/);
  await expect(page.getByRole("button", { name: "Full screen: auc" })).toBeFocused();
  await page.goBack();
  await expect(dialog).toBeVisible();
  await page.goBack();
  await expect(dialog).toBeHidden();
});

test("marks say what happened, with the value", async ({ page }) => {
  const plot = card(page, "auc").getByRole("slider");
  await plot.focus();
  await page.keyboard.press("Home");
  for (let i = 0; i < 2; i++) await page.keyboard.press("ArrowRight");
  await expect(plot).toHaveAttribute("aria-valuetext", /learning rate cut to 0\.001/);
});

test("the numbers of what is shown can be taken away", async ({ dashboard, page }) => {
  await drag(page, card(page, "auc"), 0.6, 1);
  await expect(card(page, "auc")).toContainText("12 of 12 points");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV of auc" }).click();
  const [heads = "", ...lines] = readFileSync(await (await saved).path(), "utf8")
    .trim()
    .split("\n");
  const at = (name: string) => heads.split(",").indexOf(name);
  const told = lines.map((line) => {
    const cells = line.split(",");
    const [run, split, epoch, value] = ["run", "split", "epoch", "value"].map((n) => cells[at(n)]);
    return `${run} ${split} ${epoch} ${Number(value)}`;
  });
  // As the store has them, from epoch 3 on.
  const store = await openStore(dashboard.store);
  const stored: string[] = [];
  for (const { id } of (await store.listRuns({ project: "cards" })).runs)
    for (const [split, key] of [
      ["train", "auc"],
      ["validation", "val_auc"],
    ] as const) {
      const { epoch, value } = await store.readSeries({ run: id, key });
      for (const [i, each] of value.entries())
        if ((epoch[i] ?? 0) >= 2) stored.push(`${id} ${split} ${epoch[i]} ${each}`);
    }
  await store.close();
  expect(told.sort()).toEqual(stored.sort());
  await page.getByRole("button", { name: "Table of auc" }).click();
  await expect(card(page, "auc").getByRole("table").last()).toContainText("0.9000");
});

test("a run that is pointed at in the table stands out in all charts", async ({ page }) => {
  const raised = (name: string) =>
    card(page, name)
      .locator("canvas")
      .nth(1)
      .evaluate((canvas: HTMLCanvasElement) => {
        if (canvas.width === 0) return false;
        const data = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data;
        return data?.some((part, i) => i % 4 === 3 && part > 200) ?? false;
      });
  expect(await raised("auc")).toBe(false);
  const table = page.getByRole("table", { name: "Runs" });
  await table.getByRole("row", { name: /run 3/ }).hover();
  await expect.poll(() => raised("auc")).toBe(true);
  await expect.poll(() => raised("loss")).toBe(true);
  await page.mouse.move(2, 2);
  await expect.poll(() => raised("auc")).toBe(false);
});

test("of many runs a dozen is coloured, and groups are drawn as bands", async ({
  dashboard,
  page,
}) => {
  await seedSweep(dashboard.store);
  await page.goto(`${dashboard.url}/projects/sweep`);
  await expect(card(page, "auc")).toContainText("200 runs · 4,800 of 4,800 points");
  await expect(page.getByText("12 coloured, 188 grey")).toBeVisible();
  await page.goto(`${dashboard.url}/projects/sweep?group=units`);
  const auc = card(page, "auc");
  await expect(auc).toContainText("2 groups");
  await expect(auc.getByRole("complementary")).toContainText("n 100");
  await page.getByRole("button", { name: "Time" }).click();
  await expect(page).toHaveURL(/x=relative/);
  await expect(auc).toContainText("2 groups");
  await expect(page.getByRole("button", { name: "Clock" })).toBeHidden();
});
