import { markWords } from "./chart-mark.ts";
import type { ChartPicture } from "./chart-picture.ts";
import { laneMarks } from "./lane-marks.ts";
import { placeText } from "./place-text.ts";

/** How near a mark must be, as a part of the axis: a glyph is about so wide. */
const NEAR = 1 / 120;
const MOST_IN_LANE = 3;

/** What the marks at a place mean, in words: what happened, the best point, and what is not finite. */
export function marksNear(
  picture: Pick<ChartPicture, "marks" | "best" | "lines" | "x" | "xAxis">,
  x: number,
): readonly string[] {
  const { marks, best, lines, xAxis } = picture;
  const near = (at: number) => Math.abs(at - x) <= (picture.x.max - picture.x.min) * NEAR;
  const happened = marks
    .filter((mark) => near(mark.x))
    .map(
      ({ kind, x: at, words }) =>
        `${markWords[kind].glyph} ${words ?? markWords[kind].words}, ${placeText(at, xAxis, picture.x)}`,
    );
  const named = best && near(best.x) ? [`best: ${best.label}`] : [];
  const all = laneMarks(lines);
  const lane = all.filter((mark) => near(mark.x));
  const kinds = [...new Set(lane.map(({ kind }) => kind))].slice(0, MOST_IN_LANE);
  const broken = kinds.map((kind) => {
    const first = lane.find((mark) => mark.kind === kind);
    const isFirst = all.find((mark) => mark.kind === kind) === first;
    return `${kind}, ${placeText(first?.x ?? x, xAxis)}${isFirst ? ", the first" : ""}`;
  });
  return [...new Set([...happened, ...named, ...broken])];
}
