import { gzipSync } from "node:zlib";
import { openStore } from "@epochal/store";
import { type Dashboard, expect, sharedBy } from "../dashboard.ts";
import { seedRuns } from "../seed-runs.ts";

/** Runs of every kind, and where their pages are. */
async function seed(store: string): Promise<readonly string[]> {
  await seedRuns(store);
  const open = await openStore(store);
  const resumed = await open.startRun({ project: "seeded", name: "resumed" });
  resumed.log({ loss: 1 }, { step: 0, epoch: 0 });
  await resumed.finish({ state: "failed", reason: "Error: out of memory" });
  const again = await open.resumeRun(resumed.id);
  again.log({ loss: Number.NaN }, { step: 1, epoch: 1 });
  await again.finish();
  const { runs } = await open.listRuns();
  await open.close();
  return runs.map(({ id }) => `/runs/${id}`);
}

const test = sharedBy(seed);

/** Every kind of page, by address. */
function pages({ url }: Dashboard, runs: readonly string[]): string[] {
  const places = ["/", "/projects/seeded", "/projects/none", "/none"];
  return [...places, ...runs].map((place) => url + place);
}

/** Pages of several runs, for these pages of one. */
function comparisons({ url }: Dashboard, all: readonly string[]): string[] {
  const ids = all.filter((it) => it.includes("/runs/")).map((it) => it.split("/").at(-1));
  const groups = new URLSearchParams({ project: "seeded", a: "units = 32", b: "units = 64" });
  const places = [`/diff/${ids[0]}...${ids[1]}`, `/diff/groups?${groups}`];
  return ["/projects/seeded/parameters", ...places].map((place) => url + place);
}

test("no page has a style attribute, and each has its title and icon in its head", async ({
  dashboard,
  request,
  seeded,
}) => {
  const headers = { "user-agent": "Mozilla/5.0 Chrome/140" };
  const all = pages(dashboard, seeded);
  for (const address of [...all, ...comparisons(dashboard, all)]) {
    const response = await request.get(address, { headers });
    const policy = response.headers()["content-security-policy"] ?? "";
    expect(policy).not.toContain("unsafe");
    const html = await response.text();
    expect(html.match(/<[^>]* style="[^>]*>/g), address).toBeNull();
    expect(html.match(/<style(?![^>]* nonce=)[^>]*>/g), address).toBeNull();
    const head = html.split("</head>")[0];
    expect(head, address).toMatch(/<title>[^<]+<\/title>/);
    expect(head, address).toMatch(/<link rel="icon"/);
  }
});

/** What a page runs of JavaScript before it answers, compressed. What comes when it is needed is apart. */
const MOST_KILOBYTES = 250;

test("no page loads more JavaScript than it may", async ({ dashboard, request, seeded }) => {
  const all = pages(dashboard, seeded);
  const [run = ""] = all.filter((it) => it.includes("/runs/"));
  const [home = "", project = ""] = all;
  const sizes = new Map<string, number>();
  for (const address of [home, project, run, ...comparisons(dashboard, all)]) {
    const place = new URL(address).pathname;
    const html = await (await request.get(address)).text();
    // A script without modules is for browsers that load none of the others.
    const tags = html.match(/<script(?![^>]* noModule)[^>]*>/gi)?.join("") ?? "";
    const scripts = new Set(tags.match(/\/_next\/static\/[^"'?]+\.js/g));
    expect(scripts.size, place).toBeGreaterThan(3);
    let sum = 0;
    for (const script of scripts) {
      const loaded = await request.get(dashboard.url + script);
      expect(loaded.status(), script).toBe(200);
      sum += gzipSync(await loaded.body()).length;
    }
    sizes.set(place, Math.round(sum / 1000));
  }
  const told = [...sizes].map(([place, size]) => `${place.slice(0, 28)}: ${size} KB`).join(", ");
  test.info().annotations.push({ type: "JavaScript", description: told });
  expect(Math.max(...sizes.values()), told).toBeLessThanOrEqual(MOST_KILOBYTES);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`colours and places are right before any script has run, ${colorScheme}`, async ({
    browser,
    dashboard,
    seeded,
  }) => {
    const [, project = "", , , ...runs] = pages(dashboard, seeded);
    const context = await browser.newContext({ javaScriptEnabled: false, colorScheme });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("console", (message) => faults.push(message.text()));
    const fills = async (selector: string) =>
      page.locator(selector).evaluateAll((rects) =>
        rects.map((rect) => {
          const { width, height } = rect.getBoundingClientRect();
          return [getComputedStyle(rect).fill, width > 0 && height > 0] as const;
        }),
      );
    await page.goto(project);
    const swatches = await fills("tr[data-run] > th > svg > rect");
    expect(swatches.length).toBeGreaterThan(3);
    expect(new Set(swatches.map(([fill]) => fill)).size).toBe(swatches.length);
    for (const [fill, seen] of swatches) {
      expect(fill).toMatch(/^rgb\((?!0, 0, 0\))/);
      expect(seen).toBe(true);
    }
    let timelines = 0;
    for (const run of runs) {
      await page.goto(run);
      expect(await fills('p > svg[aria-hidden="true"] > rect')).toEqual([
        [expect.stringMatching(/^rgb\((?!0, 0, 0\))/), true],
      ]);
      const marks = page.locator('svg[aria-label^="Time line"] circle');
      timelines += await marks.count();
      for (const mark of await marks.all())
        expect((await mark.boundingBox())?.width).toBeGreaterThan(0);
    }
    expect(timelines).toBeGreaterThan(0);
    expect(faults.filter((fault) => fault.includes("Content Security Policy"))).toEqual([]);
    await context.close();
  });
