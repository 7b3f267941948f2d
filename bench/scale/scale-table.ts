/** What was measured at one size: a number for each row of the table, by the row's name. */
export interface ScaleColumn {
  /** `10,000 runs` */
  readonly size: string;
  readonly figures: ReadonlyMap<string, number>;
}

const three = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/**
 * A Markdown table of a column for each size, and a row for each name, in the order in which names first come. A number has three
 * digits that count; where a size has none, the cell is empty.
 */
export function scaleTable(asked: string, columns: readonly ScaleColumn[]): string {
  const names = [...new Set(columns.flatMap(({ figures }) => [...figures.keys()]))];
  const rows = names.map((name) => [
    name,
    ...columns.map(({ figures }) => {
      const figure = figures.get(name);
      return figure === undefined ? "" : three.format(figure);
    }),
  ]);
  const head = [asked, ...columns.map(({ size }) => size)];
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = `| --- |${" ---: |".repeat(columns.length)}`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

const begin = "<!-- measured: begin -->";
const end = "<!-- measured: end -->";

/** @throws Error where the page has not both marks, in their order */
export function replaceMeasured(page: string, measured: string): string {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) {
    throw new Error(`The page must have the lines ${begin} and ${end}, one after the other.`);
  }
  return `${page.slice(0, from + begin.length)}\n\n${measured}\n\n${page.slice(to)}`;
}
