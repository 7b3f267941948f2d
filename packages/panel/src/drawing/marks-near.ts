import { counted } from "@epochal/conclusions";
import { placeText } from "../axes/place-text.ts";
import { markWords } from "../lines/chart-mark.ts";
import type { ChartPicture } from "./chart-picture.ts";
import { laneMarks } from "./lane-marks.ts";

/** How near a mark must be, as a part of the axis: a glyph is about so wide. */
const NEAR = 1 / 120;

/**
 * What the marks at a place mean, in words: what happened, the best point, and what is not finite.
 *
 * @param names of the runs, by their ids: said where there are several. @default none is named
 */
export function marksNear(
  picture: Pick<ChartPicture, "marks" | "best" | "lines" | "x" | "xAxis">,
  x: number,
  names: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const { marks, best, lines, xAxis } = picture;
  const near = (at: number) => Math.abs(at - x) <= (picture.x.max - picture.x.min) * NEAR;
  const happened = marks
    .filter((mark) => near(mark.x))
    .map(
      ({ kind, x: at, words }) =>
        `${markWords[kind].glyph} ${words ?? markWords[kind].words}, ${placeText(at, xAxis, picture.x)}`,
    );
  const isOne = names.size <= 1;
  const nameOf = (run: string) => (isOne ? undefined : names.get(run));
  const ofBest = best && nameOf(best.run);
  const named =
    best && near(best.x)
      ? [`best: ${best.label}${ofBest === undefined ? "" : ` · ${ofBest}`}`]
      : [];
  const all = laneMarks(lines);
  const lane = all.filter((mark) => near(mark.x));
  const kinds = [...new Set(lane.map(({ kind }) => kind))];
  const broken = kinds.map((kind) => {
    const here = lane.filter((mark) => mark.kind === kind);
    const runs = [...new Set(here.map(({ run }) => run))];
    const firstOf = (run: string) => all.find((mark) => mark.kind === kind && mark.run === run);
    const isFirst = here.some((mark) => firstOf(mark.run) === mark);
    const who = runs.length === 1 ? nameOf(runs[0] ?? "") : counted(runs.length, "run");
    const of = who === undefined || isOne ? "" : ` of ${who}`;
    return `${kind}${of}, ${placeText(here[0]?.x ?? x, xAxis, picture.x)}${isFirst ? ", the first" : ""}`;
  });
  return [...new Set([...happened, ...named, ...broken])];
}
