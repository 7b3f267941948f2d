import "server-only";
import type { ListedRuns, SeriesPart, Store } from "@epochal/store";
import type { Judged } from "../wire/answers.ts";
import type { WireAxis } from "../wire/asked-parts.ts";
import { shortenValues } from "./shorten-values.ts";

/** A sparkline by the id of its run. */
export type Sparks = ReadonlyMap<string, NonNullable<Judged["spark"]>>;

interface SparksArgs {
  readonly runs: ListedRuns["runs"];
  readonly metric: string | undefined;
  readonly spark: WireAxis | undefined;
}

/** A sparkline is about a hundred pixels wide. */
const BUCKETS = 24;

/** A few points of a series of each of these runs, lowest and highest values among them. */
export async function readSparks(
  open: Store,
  { runs, metric, spark }: SparksArgs,
): Promise<Sparks> {
  if (metric === undefined || spark === undefined) return new Map();
  const wanted = runs.filter(({ series }) => series.some(({ key }) => key === metric));
  const { series } = await open.readManySeries({
    series: wanted.map(({ id }) => ({ run: id, key: metric })),
    width: BUCKETS,
  });
  const starts = new Map(wanted.map(({ id, startedAt }) => [id, startedAt.getTime()]));
  return new Map(
    series.map((part) => [
      part.run,
      {
        x: places(part, spark, starts.get(part.run) ?? 0),
        y: shortenValues([...part.value]),
      },
    ]),
  );
}

function places(part: SeriesPart, axis: WireAxis, start: number): number[] {
  const { step, epoch, wallTime } = part;
  if (axis === "step") return [...step];
  if (axis === "epoch") {
    return [...epoch].map((at, index) => (Number.isNaN(at) ? (step[index] ?? 0) : at));
  }
  return [...wallTime].map((at) => Math.round(axis === "relative" ? at - start : at));
}
