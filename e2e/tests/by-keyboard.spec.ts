// Two hundred runs, without a mouse.
import type { Locator, Page } from "@playwright/test";
import { bar, count, filter, table, taken } from "../compare-page.ts";
import { expect, sharedBy } from "../dashboard.ts";
import { seedSweep } from "../seed-sweep.ts";

// What a story changes, it undoes.
const test = sharedBy(seedSweep);

/** Twenty of the runs: four configs on five days. */
const SOME = "units = 64 and seed = 1";

test("by keyboard alone two runs are found, compared, tagged and deleted, and the focus is kept over Back", async ({
  page,
  dashboard,
}) => {
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
  await taken(page);
  await press("/");
  await expect(filter(page)).toBeFocused();
  await page.keyboard.type(SOME);
  await press("Enter");
  await expect(count(page)).toHaveText("20 of 200 runs");
  await press("Escape", "j", "Space", "j", "j", "b", "Space");
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
  await expect(page.getByRole("figure")).toContainText(/epoch 12: [+−]/);

  await page.goBack();
  await expect(bar(page)).toContainText("2 runs selected");
  await expect(count(page)).toHaveText("20 of 200 runs");
  await expect(links.nth(2)).toBeFocused();
  await press("Enter");
  await expect(page).toHaveURL(/\/runs\/.*\?from=/);
  await expect(page.getByRole("navigation", { name: "Neighbours in the list" })).toContainText(
    "3 of 20",
  );
  await tabTo(
    page.getByRole("navigation", { name: "Breadcrumb" }).getByRole("link", { name: "sweep" }),
  );
  await press("Enter");
  await expect(bar(page)).toContainText("2 runs selected");
  await expect(page.getByRole("button", { name: /^Baseline/, pressed: true })).toHaveCount(1);

  await page.keyboard.type("#good");
  await press("Enter");
  await expect(page.getByText("2 runs tagged “good”.")).toBeVisible();
  const row = table(page).locator("tr[data-run]").first();
  await expect(row).toContainText("good");
  await tabTo(bar(page).getByRole("button", { name: "Tags of the selected runs" }));
  await press("z");
  await expect(row).not.toContainText("good");
  await tabTo(bar(page).getByRole("button", { name: "Delete" }));
  await press("Enter");
  await expect(count(page)).toHaveText("18 of 198 runs");
  await expect(page.getByText("2 runs moved to the trash.")).toBeVisible();
  await press("z");
  await expect(count(page)).toHaveText("20 of 200 runs");
});

test("by keyboard a run is renamed, tagged and noted where it stands, and its page leads back", async ({
  page,
  dashboard,
}) => {
  await page.goto(`${dashboard.url}/projects/sweep?where=${encodeURIComponent(SOME)}`);
  await expect(count(page)).toHaveText("20 of 200 runs");
  await taken(page);
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
  await page.keyboard.press("t");
  await expect(page.getByRole("textbox", { name: "Add a tag" })).toBeFocused();
  await expect(popover).not.toContainText("worth it");
  await takeOff.press("Enter");
  await expect(takeOff).toBeHidden();
  await page.keyboard.press("Escape");
  await one.click();
  await expect(page).toHaveURL(/\/runs\/.*\?from=/);
  await expect(page.getByRole("navigation", { name: "Neighbours in the list" })).toContainText(
    "3 of 20",
  );
  await page.getByRole("link", { name: "sweep" }).click();
  await expect(bar(page)).toContainText("2 runs selected");
});

/** Keys that are pressed one after another, as fast as somebody can. */
interface Burst {
  readonly keys: readonly string[];
  /** What they mean: places in the table. */
  readonly means: { readonly select: number[]; readonly base: number[]; readonly hide: number[] };
}

const BURSTS = process.env.EPOCHAL_FULL === "1" ? 25 : 1;

/** Numbers from 0 to 1, always the same for a seed. */
function numbersOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function burstOf(random: () => number): Burst {
  const toggled = (list: readonly number[], one: number) =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
  let [at, select, base, hide] = [0, [] as number[], [] as number[], [] as number[]];
  const keys = ["j"];
  for (let n = 0; n < 9; n++) {
    const key = ["j", "b", "x", "Space", "Space"][Math.floor(random() * 5)] ?? "j";
    keys.push(key);
    if (key === "j") at++;
    if (key === "Space") select = toggled(select, at);
    if (key === "b") base = base[0] === at ? [] : [at];
    if (key === "x") hide = toggled(hide, at);
  }
  return { keys, means: { select, base, hide } };
}

/** What the address says, by the places in the table. */
function meaningOf(page: Page, ids: readonly (string | undefined)[]): Burst["means"] {
  const params = new URL(page.url()).searchParams;
  const places = (name: string) =>
    (params.get(name) ?? "").split(",").flatMap((id) => (id === "" ? [] : [ids.indexOf(id)]));
  return { select: places("select"), base: places("base"), hide: places("hide") };
}

for (let seed = 1; seed <= BURSTS; seed++) {
  test(`keys count however fast they come, and Back finds what they did: seed ${seed}`, async ({
    page,
    dashboard,
  }) => {
    const random = numbersOf(seed);
    const { keys, means } = burstOf(random);
    await page.goto(`${dashboard.url}/projects/sweep?where=${encodeURIComponent(SOME)}`);
    await expect(count(page)).toHaveText("20 of 200 runs");
    const rows = table(page).locator("tr[data-run]");
    await expect(rows).toHaveCount(20);
    await taken(page);
    const ids = await rows.evaluateAll((all) =>
      all.map((row) => (row instanceof HTMLElement ? row.dataset.run : undefined)),
    );
    const client = await page.context().newCDPSession(page);
    await client.send("Emulation.setCPUThrottlingRate", { rate: 2 });
    for (const key of keys) {
      await page.keyboard.press(key);
      // The address is written at most every so often: some keys come before, some after.
      if (random() < 0.5) await page.waitForTimeout(random() * 200);
    }
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/runs\//);
    await page.goBack();
    await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await expect.poll(() => meaningOf(page, ids), { message: keys.join(" ") }).toEqual(means);
    const baseline = page.getByRole("button", { name: /^Baseline/, pressed: true });
    await expect(baseline).toHaveCount(means.base.length);
    await expect(rows.getByRole("checkbox", { checked: true })).toHaveCount(means.select.length);
  });
}
