import { openStore } from "@epochal/store";
import { axeFaults } from "../axe-faults.ts";
import { ink, placesOf } from "../canvas.ts";
import { expect, test as ownTest, sharedBy } from "../dashboard.ts";
import { seedPair } from "../seed-pair.ts";

const test = sharedBy(seedPair);

test("two runs are told apart in words, values, curves and code", async ({
  dashboard,
  page,
  seeded: { a, b },
}) => {
  // The beginnings of the ids do.
  await page.goto(`${dashboard.url}/diff/${a.slice(0, 10)}...${b.slice(0, 10)}`);
  await expect(page).toHaveTitle("baseline against with dropout · Epochal");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("baseline against with dropout");
  const words = page.getByRole("region", { name: "In words" });
  await expect(words).toContainText(
    "B is 1.9 points better in val_auc (0.8232 against 0.8042, each at its best)",
  );
  await expect(words).toContainText(
    "differs in learningRate 0.01 → 0.003, batchSize 32 → 64, dropout 0.3 added, and 2 lines of code.",
  );
  const lights = page.getByRole("list", { name: "What they share" }).getByRole("listitem");
  await expect(lights).toContainText([
    ...["other code", "same data", "other initial weights", "same machine"],
  ]);
  await expect(words.getByRole("note")).toContainText("B has seen 2 × as many samples");

  const params = page.getByRole("region", { name: "Params" });
  await expect(params.getByRole("row", { name: /learningRate/ })).toContainText("0.003");
  await expect(params.getByText("units")).toBeHidden();
  await params.getByText("1 param the same").click();
  await expect(params.getByText("units")).toBeVisible();

  const metrics = page.getByRole("region", { name: "Metrics", exact: true });
  const auc = metrics.getByRole("row", { name: /val_auc/ });
  await expect(auc).toContainText("+0.0190 better");
  await expect(auc).toContainText("epoch 20");

  await expect(metrics.getByRole("row", { name: /val_loss/ })).toContainText(/\d (?:better|worse)/);
  for (const head of ["Each at its best", "Last", "At equal epoch", "After equal time"])
    await expect(metrics.getByRole("columnheader", { name: head })).toBeVisible();

  await expect
    .poll(() => ink(page.getByRole("img", { name: /^auc: metric/ })))
    .toBeGreaterThan(500);
  const difference = page.getByRole("img", { name: /^B minus A in auc/ });
  await difference.scrollIntoViewIfNeeded();
  const swatch = words.locator("svg > rect").last();
  const color = await swatch.evaluate((rect) => getComputedStyle(rect).fill);
  const { width = 0 } = (await difference.boundingBox()) ?? {};
  const heights = (from: number, to: number) =>
    placesOf(difference, color, [46 + from * (width - 58), 46 + to * (width - 58)]);
  await expect.poll(async () => (await heights(0, 1)).length).toBeGreaterThan(100);
  // B learns more slowly and comes further: it begins below A, and is above it where A ends, in the middle of the axis.
  const lowest = Math.max(...(await heights(0, 0.3)));
  expect(Math.max(...(await heights(0.46, 0.48)))).toBeLessThan(lowest - 20);
  await metrics.getByRole("button", { name: "val_loss" }).click();
  await expect(page).toHaveURL(/metric=val_loss/);
  await expect(page.getByRole("article", { name: "loss" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("article", { name: "auc" })).toBeVisible();

  const code = page.getByRole("region", { name: "Lines of train.ts" });
  await expect(code.locator("ins").first()).toHaveText("003");
  await expect(code).toContainText("model.add(dropout(0.3));");
  const card = page.getByRole("region", { name: "Data, model, machine, packages" });
  await expect(card.getByRole("row", { name: /tfjs/ })).toContainText("4.22.0");
  expect(await axeFaults(page)).toEqual([]);
});

test("by keyboard alone one goes from difference to difference", async ({
  dashboard,
  page,
  seeded: { a, b },
}) => {
  await page.goto(`${dashboard.url}/diff/${a}...${b}`);
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
  await expect(page.getByRole("button", { name: "Next difference" })).toBeVisible();
  // Keys count once the browser has taken over the page.
  await expect(async () => {
    await page.keyboard.press("n");
    await expect.poll(focused, { timeout: 1000 }).toContain("learningRate");
  }).toPass();
  await page.keyboard.press("n");
  await expect.poll(focused).toContain("batchSize");
  await page.keyboard.press("p");
  await expect.poll(focused).toContain("learningRate");
  await page.keyboard.press("p");
  // From the first one back to the last.
  await expect.poll(focused).toContain("@tensorflow/tfjs");
  const swap = page.getByRole("link", { name: "Swap A and B" });
  await swap.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("with dropout against baseline");
  await expect(page.getByRole("region", { name: "In words" })).toContainText(
    "B is 1.9 points worse",
  );
});

test.describe("what is no pair of runs", () => {
  test.use({ asksWrongly: true });

  test("an address that names no two runs says what to choose from", { tag: "@full" }, async ({
    dashboard,
    page,
    seeded: { a, b, empty },
  }) => {
    const heading = page.getByRole("heading", { level: 1 });
    const runs = page.getByRole("list", { name: "Runs to choose from" });
    await page.goto(`${dashboard.url}/diff/${a}...${a}`);
    await expect(heading).toHaveText("This is one run twice");
    await runs.getByRole("link", { name: "with dropout" }).click();
    await expect(heading).toHaveText("baseline against with dropout");
    const missing = await page.goto(`${dashboard.url}/diff/nobody...${b}`);
    expect(missing?.status()).toBe(404);
    await expect(heading).toHaveText("There is no such run");
    await expect(runs.getByRole("link", { name: "baseline" })).toHaveAttribute(
      "href",
      `/diff/${a}...${b}`,
    );
    await page.goto(`${dashboard.url}/diff/${a}`);
    await expect(heading).toHaveText("Which two runs?");
    await page.goto(`${dashboard.url}/diff/${a}...${empty}`);
    await expect(heading).toHaveText("baseline against empty one");
    await expect(page.getByText("there are no curves to compare")).toBeVisible();
  });
});

ownTest(
  "a run that trains is compared as it goes on",
  { tag: "@full" },
  async ({ dashboard, page }) => {
    const { a } = await seedPair(dashboard.store);
    const store = await openStore(dashboard.store);
    const run = await store.startRun({ project: "other", name: "alive", record: false });
    run.log({ val_auc: 0.6 }, { epoch: 0 });
    await run.flush();
    await page.goto(`${dashboard.url}/diff/${a}...${run.id}`);
    const words = page.getByRole("region", { name: "In words" });
    await expect(words).toContainText("20 points worse");
    await expect(words).toContainText("They are of two projects, pairs and other");
    run.log({ val_auc: 0.9 }, { epoch: 1 });
    await run.flush();
    await expect(words).toContainText("9.6 points better");
    await run.finish();
    await store.close();
  },
);

ownTest(
  "it is asked for again only when one of the two runs changes",
  { tag: "@full" },
  async ({ dashboard, page, context }) => {
    const { a, b } = await seedPair(dashboard.store);
    const store = await openStore(dashboard.store);
    const other = await store.startRun({ project: "other", name: "alive", record: false });
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/diff")) asked.push(request.url());
    });
    await page.goto(`${dashboard.url}/diff/${a}...${b}`);
    await expect(page.getByRole("region", { name: "Metrics", exact: true })).toBeVisible();
    // A page that shows the other run has heard of it when this one has.
    const home = await context.newPage();
    await home.goto(dashboard.url);
    const card = home.getByRole("article", { name: "other" });
    for (let epoch = 0; epoch < 4; epoch++) {
      other.log({ val_auc: 0.6 + epoch / 10 }, { epoch });
      await other.flush();
      await expect(card).toContainText(`0.${6 + epoch}000`);
    }
    expect(asked).toEqual([]);
    await store.updateRun(a, { name: "the old one" });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "the old one against with dropout",
    );
    expect(asked.length).toBeGreaterThan(0);
    await other.finish();
    await store.close();
  },
);

test("on a phone nothing is wider than the page", { tag: "@full" }, async ({
  dashboard,
  page,
  seeded: { a, b },
}) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await page.goto(`${dashboard.url}/diff/${a}...${b}`);
  await expect(page.getByRole("region", { name: "Metrics", exact: true })).toBeVisible();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
});

test("two groups of seeds are told apart by their interval", async ({ dashboard, page }) => {
  const store = await openStore(dashboard.store);
  for (const units of [32, 64]) {
    for (let seed = 0; seed < 5; seed++) {
      const config = { units, seed };
      const run = await store.startRun({ project: "seeds", config, record: false });
      // Means 0.81 and 0.818, as in the test of the words.
      const top = 0.8 + seed * 0.005 + (units === 64 ? 0.008 : 0);
      for (let epoch = 0; epoch < 4; epoch++)
        run.log({ val_auc: top - (3 - epoch) / 10 }, { epoch });
      await run.finish();
    }
  }
  await store.close();
  const query = new URLSearchParams({
    ...{ project: "seeds", a: "param:units = 32", b: "param:units = 64", of: "8", best: "b" },
  });
  await page.goto(`${dashboard.url}/diff/groups?${query}`);
  await expect(page.getByRole("region", { name: "In words" })).toContainText(
    "64 units over 32: +0.8 ± 1.2 points, 5 seeds each, best of 8 groups: not distinguishable.",
  );
  await expect.poll(() => ink(page.getByRole("img", { name: /^val_auc/ }))).toBeGreaterThan(500);
  const wrong = await page.request.get(`${dashboard.url}/diff/groups?project=seeds&a=units&b=(`);
  expect(wrong.status()).toBe(400);
  expect(await wrong.text()).toContain("Which two groups of runs?");
});
