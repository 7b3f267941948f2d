import type { Band, Bands } from "@epochal/store";
import { packColumns, unpackColumns } from "./pack-columns.ts";

/** A group of runs, in columns with a row for each place of x, ascending. */
export interface GroupBand extends Omit<Band, "runs"> {
  /** As in `GroupRow`. */
  readonly id: string;
  /** How many runs it has. */
  readonly count: number;
}

/** The runs of each group at equal x. */
export interface BandsAnswer extends Pick<Bands, "width"> {
  readonly groups: readonly GroupBand[];
}

type Told = Omit<GroupBand, (typeof NAMES)[number]>;
interface Header extends Omit<BandsAnswer, "groups"> {
  readonly groups: readonly Told[];
}

/** Columns of a group. */
const NAMES = ["x", "n", "center", "low", "high", "nonFinite"] as const;

/** Bands as bytes. */
export function encodeBands({ groups, ...rest }: BandsAnswer): Uint8Array<ArrayBuffer> {
  const told = groups.map(({ id, count, params, tag }): Told => {
    return { id, count, params, ...(tag !== undefined && { tag }) };
  });
  return packColumns(
    { ...rest, groups: told },
    groups.flatMap((group) => NAMES.map((name) => group[name])),
  );
}

/** Reads what `encodeBands` wrote, without copying the columns. */
export function decodeBands(buffer: ArrayBuffer): BandsAnswer {
  const { header, columns } = unpackColumns<Header>(buffer);
  const groups = header.groups.map((group, index): GroupBand => {
    const column = (place: number) => columns[index * NAMES.length + place] ?? new Float64Array();
    return {
      ...group,
      ...{ x: column(0), n: column(1), center: column(2), low: column(3), high: column(4) },
      nonFinite: column(5),
    };
  });
  return { ...header, groups };
}
