import { openStore } from "@epochal/store";
import { type Dashboard, expect, test } from "../dashboard.ts";
import { seedRuns } from "../seed-runs.ts";

/** Every kind of page, by address. */
async function pages({ url, store }: Dashboard): Promise<string[]> {
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
  const places = ["/", "/projects/seeded", "/projects/none", "/none"];
  return [...places, ...runs.map(({ id }) => `/runs/${id}`)].map((place) => url + place);
}

test("no page has a style attribute, and each has its title and icon in its head", async ({
  dashboard,
  request,
}) => {
  const headers = { "user-agent": "Mozilla/5.0 Chrome/140" };
  for (const address of await pages(dashboard)) {
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

for (const colorScheme of ["light", "dark"] as const)
  test(`colours and places are right before any script has run, ${colorScheme}`, async ({
    browser,
    dashboard,
  }) => {
    const [, project = "", , , ...runs] = await pages(dashboard);
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
    const swatches = await fills("tr[data-run] > td > svg > rect");
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
