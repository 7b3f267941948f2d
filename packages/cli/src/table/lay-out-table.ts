import { cutEnd, cutMiddle, widthOf } from "./cut.ts";

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string;
  /** Numbers stand on the right. */
  readonly isRight?: boolean;
  /** The width it may be cut to where the terminal is too narrow; without it, it is never cut. */
  readonly shrinksTo?: number;
  /** Where it is cut. @default "end" */
  readonly cut?: "middle" | "end";
}

export interface Table<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Columns of the terminal; without it nothing is cut. */
  readonly width?: number | undefined;
}

const GAP = "  ";
/** In a table that is not cut, a longer cell stands out of its column. */
const WIDEST = 120;

/** Rows in columns under their heads, two blanks apart. Where the terminal is too narrow, it cuts the widest of the columns that may be cut. */
export function layOutTable<Row>({ columns, rows, width }: Table<Row>): string {
  const texts = [
    columns.map(({ head }) => head),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ];
  const natural = columns.map((_, place) =>
    texts.reduce((most, row) => Math.max(most, Math.min(WIDEST, widthOf(row[place] ?? ""))), 0),
  );
  const widths = width === undefined ? natural : shrink(columns, natural, width);
  const lines = texts.map((row) =>
    columns
      .map(({ isRight, shrinksTo, cut }, place) => {
        const given = row[place] ?? "";
        const size = widths[place] ?? 0;
        const isCut = width !== undefined && shrinksTo !== undefined;
        const text = !isCut ? given : (cut === "middle" ? cutMiddle : cutEnd)(given, size);
        const blanks = " ".repeat(Math.max(0, size - widthOf(text)));
        return isRight ? blanks + text : text + blanks;
      })
      .join(GAP)
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}

/** Takes from the widest column that can spare some, until all fit. */
function shrink<Row>(
  columns: readonly Column<Row>[],
  natural: readonly number[],
  width: number,
): number[] {
  const widths = [...natural];
  const gaps = GAP.length * (columns.length - 1);
  let excess = widths.reduce((sum, one) => sum + one, gaps) - width;
  for (; excess > 0; excess--) {
    const spare = widths.map((one, place) => {
      const least = columns[place]?.shrinksTo;
      return least !== undefined && one > least ? one : 0;
    });
    const widest = Math.max(...spare);
    if (widest === 0) break;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return widths;
}
