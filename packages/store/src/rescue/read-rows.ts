import type { Database, Statement } from "better-sqlite3";

type Cell = number | string | null;
export type Row = readonly Cell[];

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** By what its rows lie in the file: `rowid`, or the columns of its key. */
  readonly key: readonly string[];
}

/** A stretch of whole numbers, without its ends. */
interface Gap {
  readonly above: number;
  readonly below: number;
}

/** So many places of a table are tried, and of one run or series: each try costs about 0.1 ms. */
const mostTries = 20_000;
const mostOfHead = 1_000;

/**
 * Reads the rows of a table of a damaged database: from both ends as far as it goes, and between by halving what is left, around pages
 * that cannot be read.
 */
export class ReadRows {
  readonly #db: Database;
  readonly #table: Table;
  readonly #onRow: (row: Row) => void;
  readonly #statements = new Map<string, Statement<Cell[], Cell[]>>();
  #tries = mostTries;

  /** @param onRow gets a row, perhaps more than once: its columns without the key of the table */
  constructor(db: Database, table: Table, onRow: (row: Row) => void) {
    this.#db = db;
    this.#table = table;
    this.#onRow = onRow;
  }

  /**
   * @param heads which values the first column of its key may have, and between which numbers the second may then be
   * @returns whether the table was read whole
   */
  run(heads: () => Iterable<readonly [head: Cell, from: number, to: number]>): boolean {
    const { key } = this.#table;
    if (key[0] === "rowid") return this.#stretch([], "rowid", { above: 0, below: 2 ** 20 });
    const forth = this.#scan("1", [], "ASC");
    if (forth.isWhole) return true;
    this.#scan("1", [], "DESC");
    const [first = "", second] = key;
    for (const [head, from, to] of heads()) {
      if (second === undefined) this.#scan(`"${first}" = ?`, [head], "ASC");
      else this.#stretch([head], second, { above: from - 1, below: to + 1 });
    }
    return false;
  }

  /** @returns whether all of it was read at once */
  #stretch(heads: readonly Cell[], column: string, { above, below }: Gap): boolean {
    const where = [...heads.map(() => `"${this.#table.key[0]}" = ?`), "1"].join(" AND ");
    const forth = this.#scan(where, heads, "ASC", column);
    if (forth.isWhole) return true;
    const back = this.#scan(where, heads, "DESC", column);
    const ends = [forth.last ?? above, back.last ?? below];
    if (!ends.every((end) => typeof end === "number")) return false;
    const gaps: Gap[] = [{ above: Number(ends[0]), below: Number(ends[1]) }];
    const least = Math.max(0, this.#tries - mostOfHead);
    for (let gap = widest(gaps); gap !== undefined && this.#tries > least; gap = widest(gaps)) {
      const middle = Math.floor((gap.above + gap.below) / 2);
      const up = [...heads, middle, gap.below];
      const after = this.#scan(
        `${where} AND "${column}" >= ? AND "${column}" < ?`,
        up,
        "ASC",
        column,
      );
      const down = [...heads, gap.above, middle];
      const before = this.#scan(
        `${where} AND "${column}" > ? AND "${column}" < ?`,
        down,
        "DESC",
        column,
      );
      if (!before.isWhole) push(gaps, gap.above, Number(before.last ?? middle));
      if (!after.isWhole) push(gaps, Number(after.last ?? middle), gap.below);
    }
    return false;
  }

  /** Reads until the end or the first fault. A row that stands where it cannot be is one, too. */
  #scan(
    where: string,
    values: readonly Cell[],
    way: "ASC" | "DESC",
    column?: string,
  ): { isWhole: boolean; last?: Cell } {
    this.#tries--;
    const { name, columns, key } = this.#table;
    const list = (names: readonly string[]) => names.map((each) => `"${each}"`).join(", ");
    const order = key.map((each) => `"${each}" ${way}`).join(", ");
    const at = column === undefined ? -1 : key.indexOf(column);
    let before: Row | undefined;
    try {
      const sql = `SELECT ${list(key)}, ${list(columns)} FROM "${name}" NOT INDEXED WHERE ${where} ORDER BY ${order}`;
      const statement = this.#statements.get(sql) ?? this.#db.prepare<Cell[], Cell[]>(sql).raw();
      this.#statements.set(sql, statement);
      for (const row of statement.iterate(...values)) {
        const place = row.slice(0, key.length);
        if (before !== undefined && !isBehind(place, before, way)) throw new Error("out of order");
        before = place;
        this.#onRow(row.slice(key.length));
      }
      return { isWhole: true };
    } catch {
      return { isWhole: false, ...(before !== undefined && { last: before[at] ?? null }) };
    }
  }
}

function isBehind(place: Row, before: Row, way: "ASC" | "DESC"): boolean {
  for (const [i, cell] of place.entries()) {
    const order = compare(cell, before[i] ?? null);
    if (order !== 0) return way === "ASC" ? order > 0 : order < 0;
  }
  return false;
}

/** As SQLite does: texts by their bytes. */
function compare(a: Cell, b: Cell): number {
  if (typeof a === "string" && typeof b === "string")
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return Number(a) - Number(b);
}

function push(gaps: Gap[], above: number, below: number): void {
  if (below - above > 1) gaps.push({ above, below });
}

function widest(gaps: Gap[]): Gap | undefined {
  let at = 0;
  for (const [i, gap] of gaps.entries()) {
    const best = gaps[at];
    if (best !== undefined && gap.below - gap.above > best.below - best.above) at = i;
  }
  return gaps.splice(at, 1)[0];
}
