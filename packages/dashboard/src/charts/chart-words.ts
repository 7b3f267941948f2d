import { crossingWords, curveWords } from "@epochal/conclusions";
import type { ChartLine } from "./chart-line.ts";
import type { ChartPicture } from "./chart-picture.ts";
import type { ChartRun } from "./chart-run.ts";
import { crossings } from "./crossings.ts";
import { placeText } from "./place-text.ts";

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
  const told = runs.flatMap((run) => {
    const line =
      lines.find((each) => each.run === run.id && each.split === "validation") ??
      lines.find((each) => each.run === run.id && each.split === "train");
    return line && !line.context ? [{ name: run.label, line: within(line, x) }] : [];
  });
  const some = told.slice(0, MOST_CURVES);
  const curves = some.map(({ name, line }) => wordsOf(name, line, xAxis, direction));
  const pairs = some.flatMap((a, i) => some.slice(i + 1).map((b) => ({ a, b })));
  const crossed = pairs.flatMap(({ a, b }) => {
    const places = crossings(a.line, b.line);
    const last = places.at(-1);
    if (last === undefined) return [];
    const [above, below] = last.above === "a" ? [a.name, b.name] : [b.name, a.name];
    return [crossingWords({ above, below, times: places.length, place: placeText(last.x, xAxis) })];
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
  const shown = [...line.x.keys()].filter(
    (i) => (line.x[i] ?? 0) >= min && (line.x[i] ?? 0) <= max,
  );
  const take = (list: readonly number[]) => shown.map((i) => list[i] ?? Number.NaN);
  return { ...line, x: take(line.x), y: take(line.y) };
}

function wordsOf(
  name: string,
  { x, y, broken }: ChartLine,
  xAxis: ChartPicture["xAxis"],
  direction: "max" | "min" | undefined,
): string {
  const points = y.flatMap((value, i) =>
    Number.isFinite(value) ? [{ value, at: x[i] ?? 0 }] : [],
  );
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return `${name} has no finite value`;
  const low = points.reduce((a, b) => (b.value < a.value ? b : a));
  const high = points.reduce((a, b) => (b.value > a.value ? b : a));
  const placed = (point: { value: number; at: number }) => ({
    value: point.value,
    place: placeText(point.at, xAxis),
  });
  const brokenFrom = broken[0];
  return curveWords({
    name,
    first: first.value,
    last: last.value,
    lowest: placed(low),
    highest: placed(high),
    direction,
    ...(brokenFrom && { brokenAt: placeText(brokenFrom.x, xAxis) }),
  });
}
