import { expect } from "@playwright/test";
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

test("odd values and sizes are met", async ({ page }) => {
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
