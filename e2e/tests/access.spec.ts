import { openStore } from "@epochal/store";
import type { Page } from "@playwright/test";
import { axeFaults } from "../axe-faults.ts";
import { expect, test as ownTest, sharedBy } from "../dashboard.ts";
import { seedPair } from "../seed-pair.ts";
import { seedRuns } from "../seed-runs.ts";

// The page of the projects lists those of all stories: each looks at its own.
const test = sharedBy(seedRuns);

let looked = 0;

/** Both; outside of the full tests one of them by turns. */
const schemes = () =>
  process.env.EPOCHAL_FULL === "1"
    ? (["dark", "light"] as const)
    : looked++ % 2 === 0
      ? (["light"] as const)
      : (["dark"] as const);

/**
 * What axe finds in the light theme, and of the dark one the words that nobody can read.
 *
 * @param only a selector of what is looked at. @default the page
 */
async function faults(page: Page, only?: string): Promise<string[]> {
  // After a click on a link the title arrives with the page it names.
  await expect(page).toHaveTitle(/\S/);
  const found: string[] = [];
  for (const colorScheme of schemes()) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const rules = colorScheme === "dark" ? { rules: ["color-contrast"] } : {};
    const faults = await axeFaults(page, { only, ...rules });
    found.push(...faults.map((fault) => `${colorScheme}: ${fault}`));
  }
  return found;
}

const popup = '[role="menu"], [role="listbox"], [role="dialog"]';

ownTest.describe("every state", () => {
  // Also pages of what is not there.
  ownTest.use({ asksWrongly: true });

  ownTest(
    "axe finds nothing in any state of any page, light or dark",
    async ({ dashboard, page }) => {
      // Some thirty states: on a machine that does much else they take their time.
      ownTest.slow();
      const { url } = dashboard;
      const isFine = (state: string, only?: string) =>
        ownTest.step(state, async () => expect(await faults(page, only), state).toEqual([]));
      const open = (place: string) => page.goto(url + place);
      const press = (name: string | RegExp) =>
        page
          .getByRole("button", { name, exact: typeof name === "string" })
          .first()
          .click();
      const pops = async (name: string | RegExp) => {
        await press(name);
        await expect(page.locator(popup).first()).toBeVisible();
        // Whoever asks for less motion gets none: what opens is there at once.
        await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
        await isFine(`open: ${name}`, popup);
        await page.keyboard.press("Escape");
        await expect(page.locator(popup)).toHaveCount(0);
      };
      await open("/");
      await expect(page.getByRole("heading", { name: "No runs yet" })).toBeVisible();
      await isFine("an empty store");

      await seedRuns(dashboard.store);
      await expect(page).toHaveURL(/\/projects\/seeded$/);
      const { a, b, failed } = await seedPair(dashboard.store);
      const store = await openStore(dashboard.store);
      const { runs } = await store.listRuns({ project: "seeded" });
      const [trashed = "", archived = "", tagged = "", base = ""] = runs.map(({ id }) => id);
      await store.deleteRuns([trashed]);
      await store.updateRun(archived, { archived: true });
      await store.updateRun(tagged, { tags: ["good"], notes: "Warmed up." });
      await store.close();

      const seeded = "/projects/seeded";
      await open(`${seeded}?base=${base}`);
      const auc = page.getByRole("article", { name: "auc" });
      await expect(auc).toContainText("points");
      await page
        .getByRole("checkbox", { name: /^Select lr/ })
        .first()
        .click();
      await isFine("a baseline and a selection");
      await page.keyboard.type("#odd");
      await page.keyboard.press("Enter");
      await pops("Tags of the selected runs");
      await pops("Columns");
      await pops("Group by");
      await pops("Archive and trash");
      await pops("Range");
      await pops("Column best");
      await press("Table of auc");
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
      await isFine("the keys");
      await page.keyboard.press("Escape");
      await page.getByLabel("Filter runs").fill("uni");
      await expect(page.getByRole("listbox")).toBeVisible();
      await isFine("a filter and what may stand in it");
      await page.getByLabel("Filter runs").fill("val_auc > 5");
      await page.keyboard.press("Enter");
      await expect(page.getByRole("heading", { level: 1 })).toContainText("No run matches");
      await isFine("a filter that finds nothing");
      await open(`${seeded}?in=archive`);
      await expect(page.getByRole("table", { name: "Runs" }).getByRole("row")).toHaveCount(2);
      await page.locator("[data-run-link]").focus();
      await page.keyboard.press("F2");
      await isFine("the archive, and a name that is changed");
      await open(`${seeded}?group=units&card=epoch:auc`);
      await expect(page.getByRole("dialog").getByRole("article")).toContainText("groups");
      await isFine("a card that fills the screen");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await isFine("groups");

      await open("/");
      await expect(page.getByRole("link", { name: "seeded", exact: true })).toBeVisible();
      await isFine("projects");
      await pops("Menu of seeded");
      for (const [place, name] of [
        [`/runs/${tagged}`, "lr 0.01, 128 units"],
        [`/runs/${failed}`, "failed one"],
        [`/diff/${a}...${b}`, /against/],
        ["/diff/nothing", "Which two runs?"],
        ["/diff/groups?project=seeded&a=units+%3D+32&b=units+%3D+128", /\S/],
        [`${seeded}/parameters`, /Parameters/],
        ["/trash", "Trash"],
        ["/runs/nosuchrun", "There is no such run"],
        ["/nowhere", "There is nothing at this address"],
      ] as const) {
        await open(place);
        await expect(page.getByRole("heading", { level: 1, name })).toBeAttached();
        await isFine(place);
      }
    },
  );
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
    await expect(page.getByRole("figure")).toContainText(/epoch \d+: [+−]0\.\d+/);
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
  for (const width of [320, 720]) {
    await page.setViewportSize({ width, height: 450 });
    for (const place of ["/", "/projects/seeded", "/projects/seeded/parameters"]) {
      await page.goto(dashboard.url + place);
      await expect(page.getByText(/6 runs/).first()).toBeVisible();
      // What is drawn as wide as the page learns how wide that is once its script runs.
      await expect.poll(() => sidewaysRoom(page), `${place} at ${width}`).toBe(0);
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
