import { openStore } from "@epochal/store";
import { axeFaults } from "../axe-faults.ts";
import { expect, test as ownTest, sharedBy } from "../dashboard.ts";
import { seedPair } from "../seed-pair.ts";

const test = sharedBy(seedPair);

test("the page of a run opens with what changed since the one before", async ({
  dashboard,
  page,
  seeded: { a, b, failed },
}) => {
  await page.goto(`${dashboard.url}/runs/${b}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("with dropout");
  const changed = page.getByRole("region", { name: "What changed" });
  await expect(changed).toContainText("of train.ts");
  await expect(changed).toContainText("This run is 1.9 points better in val_auc");
  const changes = changed.getByRole("list", { name: "Changes" });
  await expect(changes).toContainText("learningRate 0.01 → 0.003");
  await expect(changes).toContainText("+ dropout 0.3");
  await expect(changed.getByRole("list", { name: "Values" })).toContainText("val_auc +0.0190");
  await changed.getByText("2 lines of code", { exact: true }).click();
  await expect(changed.locator("ins").first()).toHaveText("003");

  await changed.getByRole("button", { name: "Since: baseline" }).click();
  await page.getByRole("combobox", { name: "Since" }).fill("failed");
  await page.keyboard.press("Enter");
  const full = changed.getByRole("link", { name: "Compare in full" });
  await expect(full).toHaveAttribute("href", `/diff/${failed}...${b}`);
  await page.goBack();
  await expect(full).toHaveAttribute("href", `/diff/${a}...${b}`);
  await changed.getByRole("link", { name: "Compare in full" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("baseline against with dropout");
});

ownTest(
  "name, tags and notes are edited where they stand, and each is undone",
  async ({ dashboard, page }) => {
    const { a, b } = await seedPair(dashboard.store);
    await page.goto(`${dashboard.url}/runs/${a}`);
    const heading = page.getByRole("heading", { level: 1 });
    const undo = (said: string) =>
      page.getByRole("dialog", { name: said }).getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Rename" }).press("Enter");
    const name = page.getByRole("textbox", { name: "Name of the run" });
    await name.fill("the one of the paper");
    await name.press("Enter");
    await expect(heading).toHaveText("the one of the paper");
    await undo("Renamed.");
    await expect(heading).toHaveText("baseline");

    const tags = page.getByRole("list", { name: "Tags" });
    const tag = page.getByRole("textbox", { name: "Add a tag" });
    await tag.fill("paper");
    await tag.press("Enter");
    await expect(tags).toContainText("paper");
    await page.getByRole("button", { name: "Take off the tag paper" }).click();
    await expect(tags.getByRole("listitem")).toHaveCount(0);

    await page.getByRole("button", { name: "Add notes" }).click();
    await page.getByRole("textbox", { name: "Notes" }).fill("two\nlines");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("region", { name: "Verdict" })).toContainText("two");

    await page.getByRole("button", { name: "Delete" }).click();
    await expect(page.getByRole("button", { name: "Restore from the trash" })).toBeVisible();
    // What was deleted can still be compared.
    const other = await page.context().newPage();
    await other.goto(`${dashboard.url}/diff/${a}...${b}`);
    await expect(other.getByRole("region", { name: "In words" })).toContainText("in the trash");
    await other.close();
    await undo("Moved to the trash.");
    await expect(page.getByRole("button", { name: "Delete" })).toBeVisible();
    const store = await openStore(dashboard.store);
    expect(await store.getRun(a)).toMatchObject({
      name: "baseline",
      tags: [],
      notes: "two\nlines",
    });
    await store.close();
  },
);

ownTest(
  "a run that trains is not deleted, and the page says the way out",
  async ({ dashboard, page }) => {
    const store = await openStore(dashboard.store);
    const run = await store.startRun({ project: "pairs", name: "alive", record: false });
    run.log({ loss: 1 }, { epoch: 0 });
    await run.flush();
    await page.goto(`${dashboard.url}/runs/${run.id}`);
    await page.getByRole("button", { name: "Delete" }).click();
    await expect(
      page.getByText("alive is training, and a run that trains is not deleted"),
    ).toBeVisible();
    await run.finish();
    await store.close();
  },
);

test("the failure is told whole, and the neighbours are those of the list", async ({
  dashboard,
  page,
  seeded: { failed },
}) => {
  const from = encodeURIComponent(new URLSearchParams({ sort: "name" }).toString());
  await page.goto(`${dashboard.url}/runs/${failed}?from=${from}`);
  const stack = page.getByRole("region", { name: "Stack of the error" });
  await expect(stack).toContainText("TypeError: x is no tensor");
  await expect(stack).toContainText("Error: the file is empty");
  const list = page.getByRole("navigation", { name: "Neighbours in the list" });
  await expect(list).toContainText("3 of 4");
  await list.getByRole("link", { name: "Next run: with dropout" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("with dropout");
  await expect(list).toContainText("4 of 4");
  await expect(
    page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "pairs" }),
  ).toHaveAttribute("href", "/projects/pairs?sort=name");
});

test("histograms are loaded when opened, and the command that repeats it is there to copy", async ({
  dashboard,
  page,
  seeded: { b },
}) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/histograms")) asked.push(request.url());
  });
  await page.goto(`${dashboard.url}/runs/${b}`);
  await expect(page.getByRole("region", { name: "The lines that repeat it" })).toHaveText(
    "git switch --detach a1b2c3d4e5f6\nnode train.ts --epochs 40",
  );
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const repeat = page.getByRole("region", { name: "Repeat it" });
  await repeat.getByRole("button", { name: "Copy" }).click();
  await expect(repeat.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "git switch --detach a1b2c3d4e5f6\nnode train.ts --epochs 40",
  );
  expect(asked).toEqual([]);
  expect((await page.content()).includes("dense/kernel")).toBe(false);
  await page.getByRole("heading", { name: "Weight histograms" }).click();
  await expect(
    page.getByRole("img", { name: /dense\/kernel\/histogram over epoch 1 to 40/ }),
  ).toBeVisible();
  expect(asked).toHaveLength(1);
  const heat = page.getByRole("slider", { name: "Cursor of dense/kernel/histogram" });
  await heat.focus();
  await page.keyboard.press("Home");
  await expect(heat).toHaveAttribute("aria-valuetext", /^epoch 1: [\d.]+ % of the values from /);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  await expect(heat).toHaveAttribute("aria-valuetext", /^epoch 2: /);
  await page.keyboard.press("Escape");
  await expect(heat).toHaveAttribute("aria-valuetext", "nowhere");
  const { x, y, width, height } = (await heat.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await heat.dispatchEvent("pointerdown", {
    ...{ clientX: x + width - 2, clientY: y + height / 2, pointerType: "touch", bubbles: true },
  });
  // A finger that is lifted leaves its reading.
  await heat.dispatchEvent("pointerleave", { pointerType: "touch", bubbles: true });
  await expect(heat).toHaveAttribute("aria-valuetext", /^epoch 40: /);
  expect(await axeFaults(page)).toEqual([]);
});

ownTest(
  "what changed is told anew while the run goes on, and charts are zoomed and smoothed together",
  async ({ dashboard, page }) => {
    const { a } = await seedPair(dashboard.store);
    const store = await openStore(dashboard.store);
    const run = await store.startRun({ project: "pairs", name: "alive", record: false });
    run.log({ val_auc: 0.6, loss: 1 }, { epoch: 0 });
    await run.flush();
    await page.goto(`${dashboard.url}/runs/${run.id}?against=${a}`);
    const changed = page.getByRole("region", { name: "What changed" });
    await expect(changed).toContainText("This run is 20 points worse in val_auc");
    for (let epoch = 1; epoch < 6; epoch++)
      run.log({ val_auc: 0.6 + epoch * 0.06, loss: 1 - epoch / 10 }, { epoch });
    await run.flush();
    await expect(changed).toContainText("This run is 9.6 points better in val_auc");
    await run.finish();
    await store.close();

    const loss = page.getByRole("article", { name: "loss" });
    await expect(loss).toContainText("6 of 6 points");
    await page.getByRole("button", { name: "Range" }).click();
    await page.getByRole("textbox", { name: "From" }).fill("2");
    await page.getByRole("textbox", { name: "To" }).fill("4");
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page).toHaveURL(/zoom=2\.\.4/);
    await expect(loss).toContainText("3 of 3 points");
    await expect(page.getByRole("article", { name: "auc" })).toContainText("3 of 3 points");
    // What it is compared with stays, and Back undoes the zoom.
    await expect(page).toHaveURL(/against=/);
    await page.goBack();
    await expect(loss).toContainText("6 of 6 points");
    await page.getByRole("slider", { name: "Smoothing" }).fill("0.6");
    await expect(loss).toContainText("smoothed 0.6");
    await expect(page).toHaveURL(/smooth=0\.6/);
  },
);

test.describe("an address of nothing", () => {
  test.use({ asksWrongly: true });

  test("is answered with 404, and offers what there is", async ({
    dashboard,
    page,
    seeded: { a },
  }) => {
    const heading = page.getByRole("heading", { level: 1 });
    const open = async (address: string, title: string) => {
      const answer = await page.goto(dashboard.url + address);
      expect(answer?.status(), address).toBe(404);
      // The server says it, and not a script.
      expect(await answer?.text(), address).toContain(title);
      await expect(heading).toHaveText(title);
    };
    await page.goto(`${dashboard.url}/runs/${a.slice(0, 9)}`);
    await expect(page).toHaveURL(`${dashboard.url}/runs/${a}`);
    await open("/runs/nobody", "There is no such run");
    const runs = page.getByRole("list", { name: "Runs to choose from" });
    await runs.getByRole("link", { name: "baseline" }).click();
    await expect(heading).toHaveText("baseline");
    for (const address of [
      "/projects/pair",
      "/projects/pair/parameters",
      "/diff/groups?project=pair&a=name:a&b=name:b",
    ]) {
      await open(address, "There is no such project");
      const projects = page.getByRole("list", { name: "Projects to choose from" });
      await expect(projects.getByRole("link").first()).toHaveText("pairs");
    }
    const inProject = `${dashboard.url}/diff/groups?project=pairs&a=name:baseline&b=name:nobody`;
    expect((await page.goto(inProject))?.status()).toBe(404);
    await expect(page.getByText("No run of this project is as asked.")).toBeVisible();
    expect((await page.request.get(`${dashboard.url}/diff/groups`)).status()).toBe(400);
  });
});

ownTest(
  "at 320 pixels nothing is wider than the page of a run",
  { tag: "@full" },
  async ({ dashboard, page }) => {
    const { b } = await seedPair(dashboard.store);
    const store = await openStore(dashboard.store);
    const config = { ["path".repeat(30)]: "v".repeat(200) };
    const name = `\u05d4\u05e8\u05d9\u05e6\u05d4 ${"unbroken".repeat(20)}`;
    const tags = ["x".repeat(90)];
    const run = await store.startRun({ project: "pairs", name, config, tags, record: false });
    run.log({ val_auc: 0.6 }, { epoch: 0 });
    run.event({ type: "warning", message: "w".repeat(150) });
    await run.finish();
    await store.close();
    await page.setViewportSize({ width: 320, height: 700 });
    for (const id of [b, run.id]) {
      await page.goto(`${dashboard.url}/runs/${id}`);
      await expect(page.getByRole("article").first()).toContainText(/points?/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        320,
      );
    }
  },
);
