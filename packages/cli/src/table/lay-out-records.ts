import { cutEnd, widthOf } from "./cut.ts";

/** How many lines of the terminal a cell may take. */
const mostLines = 10;

/** Rows that have more columns than the terminal has room for: a block a row, a line a column. */
export function layOutRecords(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const widest = Math.max(0, ...heads.map(widthOf));
  const line = (head: string, cell: string) => {
    const blanks = " ".repeat(widest - widthOf(head));
    return `${head}${blanks}  ${cutEnd(cell, width * mostLines)}`.trimEnd();
  };
  const blocks = rows.map((row) =>
    heads.map((head, at) => `${line(head, row[at] ?? "")}\n`).join(""),
  );
  return blocks.join("\n");
}
