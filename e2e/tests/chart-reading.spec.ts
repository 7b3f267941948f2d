import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { axeFaults } from "../axe-faults.ts";
import { lastZoom, openChart, plotBox, read, test } from "../chart-page.ts";

test("dragging zooms, a double click shows everything, shift moves what is shown", async ({
  page,
}) => {
  const chart = await openChart(page, "state=few");
  const { at } = await plotBox(page);
  await page.mouse.move(...at(0.5));
  await page.mouse.down();
  await page.mouse.move(...at(0.6));
  await page.mouse.move(...at(0.75));
  await page.mouse.up();
  const zoom = await lastZoom(page);
  expect(zoom?.min).toBeCloseTo(1 + 0.5 * 29, 0);
  expect(zoom?.max).toBeCloseTo(1 + 0.75 * 29, 0);

  await page.keyboard.down("Shift");
  await page.mouse.move(...at(0.8));
  await page.mouse.down();
  await page.mouse.move(...at(0.5));
  await page.mouse.move(...at(0.3));
  await page.mouse.up();
  await page.keyboard.up("Shift");
  const moved = await lastZoom(page);
  expect((moved?.max ?? 0) - (moved?.min ?? 0)).toBeCloseTo((zoom?.max ?? 0) - (zoom?.min ?? 0), 6);
  expect(moved?.min).toBeGreaterThan(zoom?.min ?? Infinity);

  await page.mouse.dblclick(...at(0.5));
  expect(await lastZoom(page)).toBeNull();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -300);
  await page.keyboard.up("Control");
  await expect.poll(() => lastZoom(page)).not.toBeNull();
  await chart.getByRole("button", { name: "Show all" }).click();
  expect(await lastZoom(page)).toBeNull();
});

test("keys move the cursor and zoom", async ({ page }) => {
  const chart = await openChart(page, "state=few");
  const cursor = chart.getByRole("slider");
  await cursor.focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(cursor).toHaveAttribute("aria-valuetext", /^epoch 2: lr/);
  await page.keyboard.press("+");
  const closer = await lastZoom(page);
  expect((closer?.max ?? 0) - (closer?.min ?? 0)).toBeCloseTo(14.5, 6);
  await page.keyboard.press("Shift+ArrowRight");
  expect((await lastZoom(page))?.min).toBeGreaterThan(closer?.min ?? Infinity);
  await page.keyboard.press("-");
  expect(await lastZoom(page)).toBeNull();
  await page.keyboard.press("+");
  await page.keyboard.press("0");
  expect(await lastZoom(page)).toBeNull();
  await page.keyboard.press("Escape");
  await expect(cursor).toHaveAttribute("aria-valuetext", "nowhere");
});

test("a mark says its word where the cursor stands", async ({ page }) => {
  const chart = await openChart(page, "state=few");
  const cursor = chart.getByRole("slider");
  await cursor.focus();
  await page.keyboard.press("Home");
  for (let i = 0; i < 11; i++) await page.keyboard.press("ArrowRight");
  await expect(cursor).toHaveAttribute("aria-valuetext", /learning rate cut to 0\.001, epoch 12/);
  await expect(chart.getByText("learning rate cut to 0.001, epoch 12")).toBeVisible();
  await page.keyboard.press("End");
  await expect(cursor).toHaveAttribute("aria-valuetext", /■ stopped, epoch 30/);
  await page.keyboard.press("ArrowLeft");
  await expect(cursor).toHaveAttribute("aria-valuetext", /best: 0\.3144 · epoch 29/);
});

test("values at the cursor are ordered, with the difference to the baseline", async ({ page }) => {
  const chart = await openChart(page, "state=few&wide");
  await chart.getByRole("slider").focus();
  await page.keyboard.press("End");
  const values = chart.getByRole("complementary", { name: "Values of val_loss" }).getByRole("row");
  await expect(values).toHaveCount(6);
  const texts = (await values.allTextContents()).slice(1);
  const numbers = texts.map((text) => Number(/seed \d(\d\.\d{4})/.exec(text)?.[1]));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(texts.filter((text) => text.includes("baseline"))).toHaveLength(1);
  expect(texts[0]).toMatch(/−0\.\d+/);

  // Zoomed, without a cursor: the values at the end of what is shown, and called so.
  await page.keyboard.press("+");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("Escape");
  await expect(values.first()).toContainText("last epoch shown");
  const shown = (await values.allTextContents()).slice(1);
  await page.keyboard.press("End");
  await expect(values.first()).toContainText("epoch 28");
  expect((await values.allTextContents()).slice(1)).toEqual(shown);
  expect(shown).not.toEqual(texts);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 800 }, hasTouch: true, deviceScaleFactor: 2 });

  test("a tap gives a reading that stays, and nothing is wider than the screen", async ({
    page,
  }) => {
    const chart = await openChart(page, "state=few");
    const { at } = await plotBox(page);
    await page.touchscreen.tap(...at(0.5));
    await expect(chart.getByRole("slider")).toHaveAttribute("aria-valuetext", /^epoch 1[56]: /);
    await expect(chart.getByText(/^epoch 1[56]$/).first()).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    const ratio = await page.evaluate(() => {
      const canvas = document.querySelector("canvas");
      return canvas ? canvas.width / canvas.clientWidth : 0;
    });
    expect(ratio).toBeCloseTo(2, 1);
  });
});

test("numbers come as a table, as CSV with all digits, and as a picture that stands by itself", async ({
  page,
}) => {
  // What is written into pictures, with its colour.
  await page.addInitScript(() => {
    const written: string[] = [];
    Object.assign(window, { written });
    const prototype = CanvasRenderingContext2D.prototype;
    const fillText = prototype.fillText;
    prototype.fillText = function (this: CanvasRenderingContext2D, ...args) {
      if (!this.canvas.isConnected) written.push(args[0]);
      fillText.apply(this, args);
    };
  });
  const chart = await openChart(page, "state=few&splits=validation");
  await chart.getByRole("button", { name: "Table of val_loss" }).click();
  const table = chart.getByRole("region", { name: "Numbers of val_loss" });
  await expect(table.getByRole("row")).toHaveCount(31);
  await expect(table.getByRole("rowheader", { name: "epoch 30", exact: true })).toBeAttached();

  const download = async (name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      chart.getByRole("button", { name }).click(),
    ]);
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  };
  const csv = await download("CSV of val_loss");
  expect(csv.name).toBe("val_loss.csv");
  const lines = csv.bytes.toString().trim().split("\n");
  expect(lines).toHaveLength(151);
  expect(lines[1]).toMatch(/,validation,99,0,2026-05-01T\S+,0\.\d{10,}$/);

  /** The pixels of a picture: its corner, and how many have each of the colours. */
  const look = (bytes: Buffer, colors: readonly string[]) =>
    page.evaluate(
      async ([list, wanted]) => {
        const picture = await createImageBitmap(new Blob([new Uint8Array(list)]));
        const canvas = new OffscreenCanvas(picture.width, picture.height);
        const ctx = canvas.getContext("2d");
        ctx?.drawImage(picture, 0, 0);
        const { data } = ctx?.getImageData(0, 0, picture.width, picture.height) ?? { data: [] };
        const counts = wanted.map(() => 0);
        const parts = wanted.map((hex) =>
          [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)),
        );
        for (let i = 0; i < data.length; i += 4)
          for (const [place, color] of parts.entries())
            if (color.every((part, at) => data[i + at] === part))
              counts[place] = (counts[place] ?? 0) + 1;
        return { corner: [...data.slice(0, 4)], counts };
      },
      [[...bytes], colors] as const,
    );
  const written = () =>
    page.evaluate(() => (window as unknown as { written: string[] }).written.splice(0));
  await written();
  const png = await download("PNG of val_loss");
  expect(png.name).toBe("val_loss.png");
  const texts = await written();
  expect(texts[0]).toBe("val_loss");
  expect(texts[1]).toBe("5 runs · 150 of 150 points");
  expect(texts.slice(2)).toEqual([1, 2, 3, 4, 5].map((n) => `lr 0.0${n}, 64 units, seed ${n - 1}`));
  const colors = await read(page, ({ colors }) => colors);
  const light = await look(
    png.bytes,
    colors.map((color) => color.light),
  );
  expect(light.corner).toEqual([255, 255, 255, 255]);
  // A bar of 12 by 3 pixels in the legend, and a line.
  for (const count of light.counts) expect(count).toBeGreaterThan(36 + 100);

  // In the other theme, of two runs, of which one has no value in the split that is shown.
  await openChart(page, "state=one&splits=train&theme=dark");
  await written();
  const dark = await download("PNG of val_loss");
  expect((await written()).slice(1)).toEqual(["1 run · 1 of 1 point", "two"]);
  const [one, two] = await read(page, ({ colors }) => colors);
  const { corner, counts } = await look(dark.bytes, [one?.dark ?? "", two?.dark ?? ""]);
  expect(corner).toEqual([21, 26, 33, 255]);
  expect(counts[0]).toBe(0);
  expect(counts[1]).toBeGreaterThan(36);
});

test("a chart says in words how its curves go, their best and where they cross", async ({
  page,
}) => {
  const chart = await openChart(page, "state=few");
  const words = chart.getByRole("img", { name: /^val_loss: metric, 5 runs/ });
  await expect(words).toHaveAccessibleDescription(
    /seed 0 falls from 0\.\d+ to 0\.\d+, best 0\.\d+ at epoch \d+/,
  );
});

test("a chart is accessible, with its numbers open, in both themes", async ({ page }) => {
  for (const theme of ["light", "dark"]) {
    const chart = await openChart(page, `state=few&wide&difference&theme=${theme}`);
    await chart.getByRole("button", { name: "Table of val_loss" }).click();
    await chart.getByRole("slider").first().focus();
    await page.keyboard.press("End");
    expect(await axeFaults(page)).toEqual([]);
  }
});
