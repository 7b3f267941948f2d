import type { Band, Bands } from "@epochal/store";
import { packColumns, unpackColumns } from "./pack-columns.ts";

interface Header extends Omit<Bands, "groups"> {
  readonly groups: readonly Pick<Band, "params" | "tag" | "runs">[];
}

/** Columns of a group. */
const NAMES = ["x", "n", "center", "low", "high", "nonFinite"] as const;

/** Bands as bytes. */
export function encodeBands({ groups, ...rest }: Bands): Uint8Array<ArrayBuffer> {
  const header: Header = {
    ...rest,
    groups: groups.map(({ params, tag, runs }) => ({
      params,
      runs,
      ...(tag !== undefined && { tag }),
    })),
  };
  return packColumns(
    header,
    groups.flatMap((group) => NAMES.map((name) => group[name])),
  );
}

/** Reads what `encodeBands` wrote, without copying the columns. */
export function decodeBands(buffer: ArrayBuffer): Bands {
  const { header, columns } = unpackColumns<Header>(buffer);
  const groups = header.groups.map((group, index): Band => {
    const column = (place: number) => columns[index * NAMES.length + place] ?? new Float64Array();
    return {
      ...group,
      ...{ x: column(0), n: column(1), center: column(2), low: column(3), high: column(4) },
      nonFinite: column(5),
    };
  });
  return { ...header, groups };
}
