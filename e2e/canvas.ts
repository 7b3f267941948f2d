// What is drawn on a canvas, for stories that look at it.
import type { Locator } from "@playwright/test";

/** The colour of a run, as the swatch of its row in the table has it. */
export function colorOf(row: Locator): Promise<string> {
  return row.locator("th > svg > rect").evaluate((rect) => getComputedStyle(rect).fill);
}

/** How many pixels of a canvas are drawn. */
export function ink(canvas: Locator): Promise<number> {
  return canvas.evaluate((element: HTMLCanvasElement) => {
    if (element.width === 0) return 0;
    const all = element.getContext("2d")?.getImageData(0, 0, element.width, element.height).data;
    let count = 0;
    for (let i = 3; i < (all?.length ?? 0); i += 4) if ((all?.[i] ?? 0) > 0) count++;
    return count;
  });
}

/**
 * Where a colour stands on a canvas: how far each of its pixels is from the top, in CSS pixels, column by column. Paler pixels at the edge
 * of a line count, too.
 *
 * @param color `#rrggbb` or `rgb(r, g, b)`
 * @param range which columns, in CSS pixels from the left; all by default
 */
export function placesOf(
  canvas: Locator,
  color: string,
  range: readonly [from: number, to: number] = [0, Infinity],
): Promise<number[]> {
  return canvas.evaluate(
    (element: HTMLCanvasElement, { parts, from, to }) => {
      const ctx = element.getContext("2d");
      const ratio = element.width / element.clientWidth;
      const left = Math.round(from * ratio);
      const width = Math.min(element.width, Math.round(to * ratio)) - left;
      if (!ctx || !(width > 0)) return [];
      const { data } = ctx.getImageData(left, 0, width, element.height);
      const found: number[] = [];
      for (let x = 0; x < width; x++) {
        for (let y = 0; y < element.height; y++) {
          const at = (y * width + x) * 4;
          const isNear = parts.every((part, i) => Math.abs((data[at + i] ?? 0) - part) < 12);
          if (isNear && (data[at + 3] ?? 0) > 60) found.push(y / ratio);
        }
      }
      return found;
    },
    { parts: partsOf(color), from: range[0], to: range[1] },
  );
}

function partsOf(color: string): number[] {
  if (color.startsWith("#"))
    return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  return (color.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}
