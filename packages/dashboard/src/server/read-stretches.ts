import "server-only";
import type { ManySeries, SeriesPart, Store, WantedSeries } from "@epochal/store";
import type { WireAxis } from "../wire/asked-parts.ts";

interface StretchesArgs {
  readonly wanted: readonly WantedSeries[];
  readonly x: WireAxis;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly buckets?: number | undefined;
}

/** How often a stretch is looked at more closely: each look is about so many times finer. */
const LOOKS = 3;
const LOOK = 64;

/**
 * Points of series between two places of another axis than that of steps, and the one on either side of them. The store finds points by
 * step: a coarse look finds the steps between which the stretch lies, and finer ones narrow them. All series are looked at together.
 */
export async function readStretches(
  open: Store,
  { wanted, x, from = -Infinity, to = Infinity, buckets = 500 }: StretchesArgs,
): Promise<ManySeries> {
  const { revision } = await open.listChanges();
  const starts = x === "relative" ? await startsOf(open, wanted) : new Map<string, number>();
  const placesOf = ({ run, step, epoch, wallTime }: SeriesPart) => {
    if (x === "epoch") {
      return epoch.map((at, index) => (Number.isNaN(at) ? (step[index] ?? 0) : at));
    }
    const start = starts.get(run) ?? 0;
    return wallTime.map((at) => at - start);
  };
  const narrowed = new Map(wanted.map((one) => [nameOf(one), one]));
  let looking = wanted;
  for (let look = 0; look < LOOKS && looking.length > 0; look++) {
    const { series } = await open.readManySeries({ series: looking, width: LOOK });
    const wide = series.filter(({ total }) => total > 2 * LOOK);
    for (const part of wide) {
      const { run, key } = part;
      narrowed.set(nameOf(part), { run, key, ...around(part.step, placesOf(part), from, to) });
    }
    looking = wide.flatMap((part) => narrowed.get(nameOf(part)) ?? []);
  }
  const { series } = await open.readManySeries({ series: [...narrowed.values()], width: buckets });
  return { revision, series };
}

const nameOf = ({ run, key }: Pick<WantedSeries, "run" | "key">) => JSON.stringify([run, key]);

interface Range {
  readonly from?: number;
  readonly to?: number;
}

/** The steps of the last place before the stretch and of the first one behind it. */
function around(step: Float64Array, places: Float64Array, from: number, to: number): Range {
  const before = places.findLastIndex((at) => at < from);
  const behind = places.findIndex((at) => at > to);
  const first = step[before];
  const last = step[behind];
  return { ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) };
}

async function startsOf(
  open: Store,
  wanted: readonly WantedSeries[],
): Promise<ReadonlyMap<string, number>> {
  const ids = [...new Set(wanted.map(({ run }) => run))];
  const { runs } = await open.listRuns({ ids, with: {}, limit: ids.length });
  return new Map(runs.map(({ id, startedAt }) => [id, startedAt.getTime()]));
}
