import type { BandColumns } from "../charts/group-series.ts";

const NAMES = ["x", "n", "center", "low", "high", "nonFinite"] as const;

/** A band with a stretch of it told more closely: the places of `detail` stand in place of those of `whole` between its first and its last. */
export function withBandDetail(whole: BandColumns, detail: BandColumns | undefined): BandColumns {
  const [from, to] = [detail?.x[0], detail?.x.at(-1)];
  if (detail === undefined || from === undefined || to === undefined) return whole;
  const first = whole.x.findIndex((x) => x >= from);
  const before = first < 0 ? whole.x.length : first;
  const last = whole.x.findIndex((x) => x > to);
  const behind = last < 0 ? whole.x.length : last;
  const column = (name: (typeof NAMES)[number]) => [
    ...whole[name].subarray(0, before),
    ...detail[name],
    ...whole[name].subarray(behind),
  ];
  const columns = NAMES.map((name) => [name, Float64Array.from(column(name))] as const);
  return Object.fromEntries(columns) as unknown as BandColumns;
}
