import { expect, type Page } from "@playwright/test";
import { ink as inkOf, placesOf } from "./canvas.ts";
import { samplePage } from "./sample-page.ts";

/** What the page of charts tells a test. */
export interface ChartWindow {
  readonly told: { zooms: ({ min: number; max: number } | null)[]; hovers: (string | null)[] };
  readonly colors: readonly { light: string; dark: string }[];
  readonly setHighlight: (run: string | undefined) => void;
}

/** A test with the page of charts, which is built once for all of a file. */
export const test = samplePage("chart-page", { width: 900, height: 500 });

export async function openChart(page: Page, query: string) {
  await page.goto(`?${query}`);
  const chart = page.getByRole("article", { name: "val_loss" });
  await expect(chart.getByRole("img").first()).toBeVisible();
  await expect.poll(() => ink(page, 0)).toBeGreaterThan(50);
  return chart;
}

/** The pixels of one of the two canvases, at a place given in CSS pixels. */
export function pixel(page: Page, layer: 0 | 1, x: number, y: number): Promise<string> {
  return page.evaluate(
    ([index, left, top]) => {
      const canvas = document.querySelectorAll("canvas")[index];
      const ctx = canvas?.getContext("2d");
      if (!canvas || !ctx) return "";
      const ratio = canvas.width / canvas.clientWidth;
      const [r = 0, g = 0, b = 0, a = 0] = ctx.getImageData(
        Math.round(left * ratio),
        Math.round(top * ratio),
        1,
        1,
      ).data;
      const hex = [r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("");
      return a > 200 ? `#${hex}` : "";
    },
    [layer, x, y] as const,
  );
}

/** Where a colour stands in a column of pixels, in CSS pixels from the top. */
export const rows = (page: Page, layer: 0 | 1, x: number, color: string) =>
  placesOf(page.locator("canvas").nth(layer), color, [x, x + 1]);

/** How many pixels of one of the two canvases are drawn. */
export const ink = (page: Page, layer: 0 | 1) => inkOf(page.locator("canvas").nth(layer));

export const read = <T>(page: Page, what: (window: ChartWindow) => T) =>
  page.evaluate(`(${what.toString()})(window)`) as Promise<T>;

/** The plot within its canvas, where nothing is not finite. */
const plot = { left: 46, right: 12, top: 8, bottom: 24, height: 212 };

export async function plotBox(page: Page) {
  const found = await page.locator("canvas").first().boundingBox();
  if (found === null) throw new Error("There is no canvas.");
  const width = found.width - plot.left - plot.right;
  /** The pixel of a part of the plot, from its left and its top. */
  const at = (part: number, down = 0.5) =>
    [found.x + plot.left + part * width, found.y + plot.top + down * 180] as const;
  return { ...found, at };
}

export const lastZoom = (page: Page) => read(page, ({ told }) => told.zooms.at(-1));
