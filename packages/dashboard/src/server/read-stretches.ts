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
 * step: a coarse look finds the steps between which the stretch lies, and finer ones narrow them.
 */
export async function readStretches(
  open: Store,
  { wanted, x, from = -Infinity, to = Infinity, buckets = 500 }: StretchesArgs,
): Promise<ManySeries> {
  const { revision } = await open.listChanges();
  const starts = x === "relative" ? await startsOf(open, wanted) : new Map<string, number>();
  const series: SeriesPart[] = [];
  for (const one of wanted) {
    const start = starts.get(one.run) ?? 0;
    const placesOf = ({ step, epoch, wallTime }: SeriesPart) => {
      if (x === "epoch") {
        return epoch.map((at, index) => (Number.isNaN(at) ? (step[index] ?? 0) : at));
      }
      return wallTime.map((at) => at - start);
    };
    const read = async (range: Range, width: number) =>
      (await open.readManySeries({ series: [one], ...range, width })).series[0];
    let range: Range = {};
    for (let look = 0; look < LOOKS; look++) {
      const part = await read(range, LOOK);
      if (part === undefined || part.total <= 2 * LOOK) break;
      range = around(part.step, placesOf(part), from, to);
    }
    const part = await read(range, buckets);
    if (part !== undefined) series.push(part);
  }
  return { revision, series };
}

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
