import { type ChartMark, type ChartSeries, epochPlace, type XAxis } from "@epochal/panel/charts";

/**
 * Marks, which know their epoch, on any axis: at the value that the run logged last by then. Those of epochs before its first value are left out.
 *
 * @param columns of a series of the run, once an epoch or once a batch
 * @param startedAt of the run, in epoch milliseconds
 */
export function placeMarks(
  marks: readonly ChartMark[],
  columns: Pick<ChartSeries, "step" | "epoch" | "wallTime">,
  { xAxis, per, startedAt }: PlaceMarksArgs,
): readonly ChartMark[] {
  if (xAxis === "epoch") return marks;
  const { step, epoch, wallTime } = columns;
  return marks.flatMap((mark) => {
    const placed = (place: number) => {
      const index = epoch.findLastIndex((of) => epochPlace(of, per) <= place);
      if (index < 0) return undefined;
      const at = wallTime[index] ?? 0;
      return { step: step[index] ?? 0, relative: at - startedAt, wall: at }[xAxis];
    };
    const [x, until] = [placed(mark.x), mark.until === undefined ? undefined : placed(mark.until)];
    if (x === undefined) return [];
    return [{ ...mark, x, ...(until !== undefined && { until }) }];
  });
}

interface PlaceMarksArgs {
  readonly xAxis: XAxis;
  readonly per: "epoch" | "batch";
  readonly startedAt: number;
}
