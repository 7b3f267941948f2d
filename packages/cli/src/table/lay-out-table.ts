import { cutEnd, cutMiddle, widthOf } from "./cut.ts";

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => string;
  /** Where its cells stand: numbers on the right, or with their decimal points below each other. @default "left" */
  readonly align?: "left" | "right" | "point";
  /** The width it may be cut to where the terminal is too narrow; without it, it is never cut. */
  readonly shrinksTo?: number;
  /** Where it is cut. @default "end" */
  readonly cut?: "middle" | "end";
  /** Whether it is left out, the last one first, where the terminal is too narrow for all. */
  readonly isOptional?: boolean;
}

export interface Table<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** Columns of the terminal; without it nothing is cut. */
  readonly width?: number | undefined;
}

interface Laid {
  readonly column: Column<never>;
  /** The head, then the cells. */
  readonly texts: readonly string[];
  readonly natural: number;
  readonly least: number;
}

const GAP = "  ";
/** In a table that is not cut, a longer cell stands out of its column. */
const WIDEST = 120;

/**
 * Rows in columns under their heads, two blanks apart. Where the terminal is too narrow, it leaves out columns that are optional, then
 * cuts the widest of the columns that may be cut. Where all heads are empty, it has no line of them.
 */
export function layOutTable<Row>({ columns, rows, width }: Table<Row>): string {
  const all = columns.map((column) => layOut(column, rows));
  const laid = width === undefined ? all : withoutOptional(all, width);
  const widths = width === undefined ? laid.map(({ natural }) => natural) : shrink(laid, width);
  const lines = [undefined, ...rows].map((_, line) =>
    laid
      .map(({ column: { align, shrinksTo, cut }, texts }, place) => {
        const given = texts[line] ?? "";
        const size = widths[place] ?? 0;
        const isCut = width !== undefined && shrinksTo !== undefined;
        const text = !isCut ? given : (cut === "middle" ? cutMiddle : cutEnd)(given, size);
        const blanks = " ".repeat(Math.max(0, size - widthOf(text)));
        return align === undefined || align === "left" ? text + blanks : blanks + text;
      })
      .join(GAP)
      .trimEnd(),
  );
  return `${lines.slice(columns.every(({ head }) => head === "") ? 1 : 0).join("\n")}\n`;
}

function layOut<Row>(column: Column<Row>, rows: readonly Row[]): Laid {
  const cells = rows.map(column.cell);
  const texts = [column.head, ...(column.align === "point" ? atPoint(cells) : cells)];
  const natural = texts.reduce((most, text) => Math.max(most, Math.min(WIDEST, widthOf(text))), 0);
  return { column, texts, natural, least: Math.min(natural, column.shrinksTo ?? natural) };
}

/** Numbers that end so that their decimal points stand below each other. What has no digits, such as NaN, ends where the longest does. */
function atPoint(cells: readonly string[]): string[] {
  const tails = cells.map((cell) => cell.length - cell.replace(/[.e].*$/, "").length);
  const longest = Math.max(0, ...tails);
  return cells.map((cell, at) =>
    /\d/.test(cell) ? cell + " ".repeat(longest - (tails[at] ?? 0)) : cell,
  );
}

const gaps = (count: number): number => GAP.length * (count - 1);

function withoutOptional(all: readonly Laid[], width: number): readonly Laid[] {
  const laid = [...all];
  const least = () => laid.reduce((sum, each) => sum + each.least, gaps(laid.length));
  while (least() > width) {
    const last = laid.findLastIndex(({ column }) => column.isOptional);
    if (last < 0) break;
    laid.splice(last, 1);
  }
  return laid;
}

/** Takes from the widest column that can spare some, until all fit. */
function shrink(laid: readonly Laid[], width: number): number[] {
  const widths = laid.map(({ natural }) => natural);
  let excess = widths.reduce((sum, one) => sum + one, gaps(laid.length)) - width;
  for (; excess > 0; excess--) {
    const spare = widths.map((one, place) => (one > (laid[place]?.least ?? one) ? one : 0));
    const widest = Math.max(...spare);
    if (widest === 0) break;
    widths[spare.indexOf(widest)] = widest - 1;
  }
  return widths;
}
