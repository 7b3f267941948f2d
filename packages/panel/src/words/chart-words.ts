import { crossingWords, curveWords } from "@epochal/conclusions";
import { placeText } from "../axes/place-text.ts";
import type { ChartPicture } from "../drawing/chart-picture.ts";
import type { ChartLine } from "../lines/chart-line.ts";
import type { ChartRun } from "../lines/chart-run.ts";
import { crossings } from "../lines/crossings.ts";

const MOST_CURVES = 5;
const MOST_CROSSINGS = 4;

/**
 * What a chart shows, for those who do not see it: how each curve goes and its best, and where curves cross. Of many, those
 * that are coloured; of a run with validation values those alone.
 */
export function chartWords(
  { lines, xAxis, x }: Pick<ChartPicture, "lines" | "xAxis" | "x">,
  runs: readonly ChartRun[],
  direction: "max" | "min" | undefined,
): readonly string[] {
  const coloured = lines.filter(({ context }) => !context);
  const told = runs.flatMap((run) => {
    if (run.context) return [];
    const own = coloured.filter((line) => line.run === run.id);
    const [line] = (["validation", "single", "train"] as const).flatMap(
      (split) => own.find((each) => each.split === split) ?? [],
    );
    return line ? [{ run, line: within(line, x) }] : [];
  });
  const some = told.slice(0, MOST_CURVES);
  const curves = some.map(({ run, line }) => wordsOf(run, line, { xAxis, x, direction }));
  const pairs = some.flatMap((a, i) => some.slice(i + 1).map((b) => ({ a, b })));
  const crossed = pairs.flatMap(({ a, b }) => {
    const places = crossings(a.line, b.line);
    const last = places.at(-1);
    if (last === undefined) return [];
    const [above, below] =
      last.above === "a" ? [a.run.label, b.run.label] : [b.run.label, a.run.label];
    const place = placeText(last.x, xAxis, x);
    return [crossingWords({ above, below, times: places.length, place })];
  });
  const more = told.length - some.length;
  return [
    ...curves,
    ...(more > 0 ? [`${more} more curves`] : []),
    ...crossed.slice(0, MOST_CROSSINGS),
  ];
}

/** Without the points beside the range, to which its lines go on. */
function within(line: ChartLine, { min, max }: ChartPicture["x"]): ChartLine {
  const isShown = (place = Number.NaN) => place >= min && place <= max;
  const shown = [...line.x.keys()].filter((i) => isShown(line.x[i]));
  const take = (list: readonly number[]) => shown.map((i) => list[i] ?? Number.NaN);
  const { band, n } = line;
  return {
    ...{ ...line, x: take(line.x), y: take(line.y) },
    ...(band && { band: { low: take(band.low), high: take(band.high) } }),
    ...(n && { n: take(n) }),
    broken: line.broken.filter(({ x }) => isShown(x)),
  };
}

type Told = Pick<ChartPicture, "xAxis" | "x"> & { readonly direction: "max" | "min" | undefined };

function wordsOf(run: ChartRun, line: ChartLine, { xAxis, x, direction }: Told): string {
  const { broken } = line;
  const points = [...line.x.keys()].filter((i) => Number.isFinite(line.y[i]));
  const [first, last] = [points[0], points.at(-1)];
  const name = run.label;
  if (first === undefined || last === undefined) return `${name} has no finite value`;
  const place = (at: number) => placeText(at, xAxis, x);
  const valueAt = (i: number) => line.y[i] ?? Number.NaN;
  const isMean = line.n?.some((count) => count > 1) ?? false;
  const of = run.group !== undefined ? "runs" : isMean ? "means" : "values";
  // A band of neighbouring values holds the lowest and the highest of them; that of a group is its spread.
  const ends = of === "means" ? line.band : undefined;
  const extreme = (side: "low" | "high") => {
    const at = (i: number) => ends?.[side][i] ?? valueAt(i);
    const sign = side === "low" ? 1 : -1;
    const i = points.reduce((a, b) => (sign * at(b) < sign * at(a) ? b : a));
    return { value: at(i), place: place(line.x[i] ?? 0), isNear: ends !== undefined };
  };
  const { best } = run;
  const isBestShown = best !== undefined && best.x >= x.min && best.x <= x.max && of !== "runs";
  const told = isBestShown && { value: best.value, place: place(best.x) };
  const brokenFrom = broken[0];
  return curveWords({
    ...{ name, of, direction, first: valueAt(first), last: valueAt(last) },
    lowest: (direction === "min" && told) || extreme("low"),
    highest: (direction === "max" && told) || extreme("high"),
    ...(brokenFrom && {
      broken: {
        place: place(brokenFrom.x),
        count: broken.length,
        isLasting: brokenFrom.x > (line.x[last] ?? 0),
      },
    }),
  });
}
