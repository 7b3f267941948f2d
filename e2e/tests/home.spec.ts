import { openStore, type Store } from "@epochal/store";
import type { Page } from "@playwright/test";
import { axeFaults } from "../axe-faults.ts";
import { expect, test as ownTest, sharedBy } from "../dashboard.ts";

const A_DAY = 86_400_000;

interface Seeded {
  readonly project: string;
  readonly name: string;
  /** By epoch. */
  readonly values: readonly number[];
  readonly daysAgo: number;
}

async function seed(store: Store, { project, name, values, daysAgo }: Seeded): Promise<string> {
  const startedAt = new Date(Date.now() - daysAgo * A_DAY);
  const run = await store.startRun({ project, name, startedAt, record: false });
  for (const [epoch, value] of values.entries())
    run.log({ val_auc: value }, { epoch, at: startedAt });
  await run.finish();
  return run.id;
}

/** `birds` with three runs, of which the second is best; `planes` of long ago, archived whole; and one run in the trash. */
async function seedHome(location: string): Promise<{ best: string; deleted: string }> {
  const store = await openStore(location);
  const birds = { project: "birds", daysAgo: 3 };
  await seed(store, { ...birds, name: "first try", values: [0.6, 0.71] });
  const best = await seed(store, { ...birds, name: "second try", values: [0.7, 0.95], daysAgo: 2 });
  await seed(store, { ...birds, name: "third try", values: [0.8], daysAgo: 1 });
  const deleted = await seed(store, { ...birds, name: "a mistake", values: [0.99], daysAgo: 1 });
  await store.deleteRuns([deleted]);
  const old = await seed(store, { project: "planes", name: "old", values: [0.5], daysAgo: 200 });
  await store.updateRun(old, { archived: true });
  await store.close();
  return { best, deleted };
}

const test = sharedBy(seedHome);

const card = (page: Page, name: string) => page.getByRole("article", { name, exact: true });

test("each project says how many runs it has, the best of them and how that came about", async ({
  dashboard,
  page,
  seeded: { best },
}) => {
  await page.goto(dashboard.url);
  const birds = card(page, "birds");
  await expect(birds).toContainText("3 runs");
  await expect(birds).toContainText("1 d ago");
  // What is in the trash is not the best, however good it was.
  await expect(birds).toContainText("Best val_auc");
  await expect(birds).toContainText("0.9500");
  await expect(birds.getByRole("link", { name: "second try" })).toHaveAttribute(
    "href",
    `/runs/${best}`,
  );
  await expect(
    birds.getByRole("img", { name: "The best val_auc went from 0.7100 to 0.9500 in 1 step" }),
  ).toBeVisible();
  // The room on the disk comes later.
  await expect(birds).toContainText(/\d (?:B|kB|MB)/);
  await expect(page.getByText(/on disk/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
  await birds.getByRole("link", { name: "birds" }).click();
  await expect(page).toHaveURL(/\/projects\/birds$/);
});

test("what is archived is folded away, and a search finds it", async ({ dashboard, page }) => {
  await page.goto(dashboard.url);
  await expect(card(page, "birds")).toBeVisible();
  await expect(card(page, "planes")).toBeHidden();
  await page.getByText("Archived: 1 project").click();
  await expect(card(page, "planes")).toBeVisible();
  await page.reload();
  const search = page.getByRole("searchbox", { name: "Search projects" });
  await search.fill("PLANE");
  await expect(card(page, "planes")).toBeVisible();
  await expect(card(page, "birds")).toBeHidden();
  await expect(page).toHaveURL(/search=PLANE/);
  await search.fill("trains");
  await expect(page.getByText("No project is called like that.")).toBeVisible();
});

ownTest(
  "runs that train show how far they have come",
  { tag: "@full" },
  async ({ dashboard, page }) => {
    const store = await openStore(dashboard.store);
    const run = await store.startRun({ project: "birds", name: "alive", record: false });
    const model = { model: "m", parameters: 1, trainedParameters: 1 };
    run.event({ type: "fit", epoch: 0, fit: 0, initialEpoch: 0, epochs: 12, ...model });
    for (let epoch = 0; epoch < 3; epoch++) run.log({ val_auc: 0.5 + epoch / 10 }, { epoch });
    await run.flush();
    await page.goto(dashboard.url);
    const training = card(page, "birds").getByRole("list", { name: "Training now" });
    await expect(training).toContainText("3 of 12 epochs");
    await expect(training.getByRole("progressbar", { name: "Progress of alive" })).toHaveAttribute(
      "value",
      "0.25",
    );
    for (let epoch = 3; epoch < 6; epoch++) run.log({ val_auc: 0.9 }, { epoch });
    await run.flush();
    await expect(training).toContainText("6 of 12 epochs");
    await expect(card(page, "birds")).toContainText("0.9000");
    await run.finish();
    await expect(training).toBeHidden();
    await store.close();
  },
);

ownTest(
  "an empty store waits, and opens the first run when it comes",
  async ({ dashboard, page }) => {
    await page.goto(dashboard.url);
    await expect(page.getByRole("heading", { name: "No runs yet" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Lines to paste" })).toContainText("openStore");
    const store = await openStore(dashboard.store);
    await seed(store, { project: "birds", name: "the first", values: [0.5], daysAgo: 0 });
    await expect(page).toHaveURL(/\/projects\/birds$/);
    await expect(page.getByRole("table", { name: "Runs" })).toContainText("the first");
    await page.goBack();
    await expect(card(page, "birds")).toBeVisible();
    await store.close();
  },
);

ownTest(
  "deleted runs are seen and restored from the menu of their project",
  { tag: "@full" },
  async ({ dashboard, page }) => {
    const { deleted } = await seedHome(dashboard.store);
    await page.goto(dashboard.url);
    await page.getByRole("button", { name: "Menu of birds" }).click();
    await page.getByRole("menuitem", { name: "Trash of this project" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Trash of birds");
    await expect(page.getByText("npx epochal gc")).toBeVisible();
    const runs = page.getByRole("region", { name: "Deleted runs" });
    await expect(runs).toContainText("a mistake");
    expect(await axeFaults(page)).toEqual([]);
    await runs.getByRole("button", { name: "Restore a mistake" }).click();
    await expect(page.getByText("No run of this project is in the trash.")).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(runs).toContainText("a mistake");
    await runs.getByRole("button", { name: "Restore a mistake" }).click();
    await expect(page.getByText("No run of this project is in the trash.")).toBeVisible();
    const store = await openStore(dashboard.store);
    expect((await store.getRun(deleted)).deletedAt).toBeUndefined();
    await store.close();
  },
);

ownTest(
  "on a phone no card is wider than the page, whatever names hold",
  async ({ dashboard, page }) => {
    const store = await openStore(dashboard.store);
    for (const project of [
      "unbroken".repeat(20),
      "\u202egnp.evil \u05d0\u05d1\u05d2 mixed",
      "plain",
    ])
      await seed(store, { project, name: "w".repeat(150), values: [0.5, 0.7], daysAgo: 1 });
    await store.close();
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(dashboard.url);
    await expect(page.getByRole("article")).toHaveCount(3);
    const room = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await room()).toBeLessThanOrEqual(320);
    await page.goto(`${dashboard.url}/trash`);
    expect(await room()).toBeLessThanOrEqual(320);
  },
);
