import { expect, type Page } from "@playwright/test";
import { placesOf } from "../canvas.ts";
import {
  type ChartWindow,
  ink,
  openChart,
  pixel,
  plotBox,
  read,
  rows,
  test,
} from "../chart-page.ts";

test("a line has its colour where its value lies, in both themes", async ({ page }) => {
  for (const theme of ["light", "dark"] as const) {
    await openChart(page, `state=flat&theme=${theme}`);
    const colors = await read(page, ({ colors }) => colors);
    const color = colors[0]?.[theme] ?? "";
    // 0.5 lies in the middle of an axis from 0 to 1.
    const found = await rows(page, 0, 300, color);
    expect(found.length).toBeGreaterThan(0);
    for (const y of found) expect(Math.abs(y - 98)).toBeLessThan(5);
  }
});

test("a grey line is coloured while its run is brought forward, on the layer above", async ({
  page,
}) => {
  await openChart(page, "state=context");
  const [, grey] = await read(page, ({ colors }) => colors);
  const color = grey?.light ?? "";
  expect(await rows(page, 0, 300, color)).toEqual([]);
  await page.evaluate(() => (window as unknown as ChartWindow).setHighlight("run-1"));
  await expect
    .poll(() => rows(page, 1, 300, color).then((found) => found.length))
    .toBeGreaterThan(0);
  expect(await rows(page, 0, 300, color)).toEqual([]);
  await page.evaluate(() => (window as unknown as ChartWindow).setHighlight(undefined));
  await expect.poll(() => ink(page, 1)).toBe(0);
});

test("validation is a solid line and training a dashed one; what is not shown is not drawn, and the axis fits the rest", async ({
  page,
}) => {
  const places = Array.from({ length: 60 }, (_, n) => 100 + n * 10);
  /** In how many of the columns there is something below the middle of the plot, and above it. */
  const halves = async () => {
    const [color] = await read(page, ({ colors }) => colors);
    const found = await Promise.all(places.map((x) => rows(page, 0, x, color?.light ?? "")));
    const having = (isHere: (y: number) => boolean) =>
      found.filter((ys) => ys.some(isHere)).length / places.length;
    return { above: having((y) => y < 90), below: having((y) => y > 106), found };
  };
  await openChart(page, "state=splits");
  const both = await halves();
  expect(both.above).toBe(1);
  expect(both.below).toBeGreaterThan(0.3);
  expect(both.below).toBeLessThan(0.9);
  const chart = await openChart(page, "state=splits&splits=validation");
  await expect(chart).toContainText("5 of 5 points");
  // Alone it stands in the middle.
  const alone = await halves();
  expect([alone.above, alone.below]).toEqual([0, 0]);
  expect(alone.found.every((ys) => ys.length > 0)).toBe(true);
});

test("pointing among two hundred lines draws one run, and none of the others again", async ({
  page,
}) => {
  await openChart(page, "state=many");
  const { at } = await plotBox(page);
  await page.evaluate(() => {
    const counts = { strokes: 0 };
    const prototype = CanvasRenderingContext2D.prototype;
    const stroke = prototype.stroke as () => void;
    prototype.stroke = function (this: CanvasRenderingContext2D) {
      counts.strokes++;
      stroke.call(this);
    };
    Object.assign(window, { counts });
  });
  for (let i = 0; i < 40; i++) await page.mouse.move(...at(0.3 + i / 100, 0.2 + i / 80));
  await page.waitForTimeout(100);
  const strokes = await page.evaluate(
    () => (window as unknown as { counts: { strokes: number } }).counts.strokes,
  );
  expect(strokes).toBeGreaterThan(0);
  expect(strokes).toBeLessThanOrEqual(40);
  const hovers = await read(page, ({ told }) => told.hovers);
  expect(new Set(hovers).size).toBeGreaterThan(5);
});

test("batches of whole epochs are spread, as a mean in its band", async ({ page }) => {
  await openChart(page, "state=batches");
  const [color] = await read(page, ({ colors }) => colors);
  const columns = await Promise.all(
    [100, 250, 400, 550, 700].map((x) => rows(page, 0, x, color?.light ?? "")),
  );
  // The line is somewhere in every part of the axis, and no column is a bar of ink.
  for (const found of columns) {
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(25);
  }
});

test("the difference of two runs lies around a line at zero, on the same x axis", async ({
  page,
}) => {
  const chart = await openChart(page, "state=few&difference");
  const figure = chart.getByRole("figure");
  await expect(figure.getByRole("img")).toHaveAccessibleName(
    /minus .* in val_loss: \+0\.\d+ at epoch 30/,
  );
  await chart.getByRole("slider", { name: "Cursor of val_loss", exact: true }).focus();
  await page.keyboard.press("End");
  await expect(figure).toContainText(/epoch 30: \+0\.\d+/);
});

test("odd values and sizes are met", { tag: "@full" }, async ({ page }) => {
  const faults: string[] = [];
  page.on("pageerror", (fault) => faults.push(fault.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  for (const state of ["nan", "one", "none", "equal", "huge", "odd", "fifty", "groups"]) {
    for (const view of ["&scale=log&smoothing=0.9", "&scale=zero&x=relative&wide", "&x=wall"]) {
      await page.goto(`?state=${state}${view}`);
      await expect.poll(() => ink(page, 0)).toBeGreaterThan(50);
    }
  }
  await page.setViewportSize({ width: 320, height: 500 });
  await expect
    .poll(() => page.evaluate(() => document.querySelector("canvas")?.clientWidth ?? 999))
    .toBeLessThan(320);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(faults).toEqual([]);
});

test("another theme draws a chart anew", async ({ page }) => {
  await openChart(page, "state=flat");
  const [color] = await read(page, ({ colors }) => colors);
  await page.evaluate(() => {
    document.documentElement.dataset.theme = "dark";
  });
  await expect
    .poll(() => rows(page, 0, 300, color?.dark ?? "").then((found) => found.length))
    .toBeGreaterThan(0);
  expect(await pixel(page, 0, 5, 5)).toBe("");
});

/** In how many columns of the canvas something faint of a line stands apart from all that is drawn fully. */
const faintColumns = (page: Page, color: string) =>
  page
    .locator("canvas")
    .first()
    .evaluate((canvas: HTMLCanvasElement, hex) => {
      const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      const { width, height } = canvas;
      const data = canvas.getContext("2d")?.getImageData(0, 0, width, height).data ?? [];
      let columns = 0;
      for (let x = 0; x < width; x++) {
        const [full, faint] = [[] as number[], [] as number[]];
        for (let y = 0; y < height; y++) {
          const at = (y * width + x) * 4;
          const alpha = data[at + 3] ?? 0;
          if (alpha > 150) full.push(y);
          const isOfIt = parts.every((part, i) => Math.abs((data[at + i] ?? 0) - part) < 24);
          if (isOfIt && alpha > 30 && alpha < 110) faint.push(y);
        }
        if (faint.some((y) => full.every((other) => Math.abs(other - y) > 3))) columns++;
      }
      return columns;
    }, color);

test("smoothed lines have the values they are made of behind them, faintly", async ({ page }) => {
  await openChart(page, "state=flat");
  const [, other] = await read(page, ({ colors }) => colors);
  const color = other?.light ?? "";
  expect(await faintColumns(page, color)).toBeLessThan(10);
  // A zigzag between 0.1 and 0.9, of which smoothing leaves little.
  await openChart(page, "state=flat&smoothing=0.9");
  expect(await faintColumns(page, color)).toBeGreaterThan(100);
});

test("a checkpoint is a dashed line with its sign on top", async ({ page }) => {
  await openChart(page, "state=few");
  const box = await plotBox(page);
  // Epochs 1 to 30; it was saved in the eighteenth.
  const at = (epoch: number) => box.at((epoch - 1) / 29)[0] - box.x;
  const inkIn = (x: number) =>
    page
      .locator("canvas")
      .first()
      .evaluate((canvas: HTMLCanvasElement, left) => {
        const ratio = canvas.width / canvas.clientWidth;
        const data = canvas
          .getContext("2d")
          ?.getImageData(Math.round((left - 2) * ratio), 0, 5 * ratio, canvas.height).data;
        const rows = new Set<number>();
        for (let i = 3; i < (data?.length ?? 0); i += 4)
          if ((data?.[i] ?? 0) > 60) rows.add(Math.floor((i - 3) / 4 / Math.round(5 * ratio)));
        return rows.size;
      }, x);
  // Nothing happened half an epoch later.
  expect(await inkIn(at(18))).toBeGreaterThan((await inkIn(at(18.5))) + 40);
});

test("a chart of one epoch has an axis of one epoch", async ({ page }) => {
  const chart = await openChart(page, "state=one");
  const [first] = await read(page, ({ colors }) => colors);
  const box = await plotBox(page);
  const right = box.at(1)[0] - box.x;
  // Its end is where the axis ends, and nothing is drawn before it.
  const canvas = page.locator("canvas").first();
  expect(
    (await placesOf(canvas, first?.light ?? "", [right - 6, right + 4])).length,
  ).toBeGreaterThan(4);
  expect(await placesOf(canvas, first?.light ?? "", [0, right - 8])).toEqual([]);
  await chart.getByRole("slider").focus();
  for (const key of ["Home", "End"]) {
    await page.keyboard.press(key);
    await expect(chart.getByRole("slider")).toHaveAttribute("aria-valuetext", /epoch 1\b/);
  }
});
