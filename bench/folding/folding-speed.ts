import path from "node:path";
import Database from "better-sqlite3";
import { usualLease } from "../../packages/store/src/lease/lease.ts";
import { Problems } from "../../packages/store/src/problems.ts";
import { connect } from "../../packages/store/src/sqlite/connect.ts";
import { SqliteSink } from "../../packages/store/src/sqlite/sink/sqlite-sink.ts";
import { makeLines, startOf, valuesOfLine } from "./make-lines.ts";

export interface Speed {
  /** Scalars a second of wall time. */
  readonly ours: number;
  readonly bare: number;
  /** The same by the processor's time, which others on the machine do not lengthen. */
  readonly oursCpu: number;
  readonly bareCpu: number;
}

/** About as many lines as are folded at once. */
const linesAtOnce = 1_400;

/** How many scalars are folded in a second, and how many rows a bare prepared statement puts into `points`, in turns. */
export function foldingSpeed(folder: string, lines: number): Speed {
  const db = connect({ database: path.join(folder, "ours.db"), busyTimeoutMs: 1_000 });
  const problems = new Problems((error) => {
    throw error;
  });
  const onSkipped = (journal: string, reason: string) => {
    throw new Error(`${journal}: ${reason}`);
  };
  const sink = new SqliteSink({ db, journal: "own", lease: usualLease, problems, onSkipped });
  const bare = barePoints(path.join(folder, "bare.db"));
  let at = sink.applyNow({ journal: "j", from: 0, lines: [startOf("r", {})] });
  const times = { ours: 0, bare: 0, oursCpu: 0, bareCpu: 0 };
  const measure = (of: "ours" | "bare", what: () => void) => {
    const [begin, cpu] = [performance.now(), process.cpuUsage()];
    what();
    const { user, system } = process.cpuUsage(cpu);
    times[of] += (performance.now() - begin) / 1_000;
    times[`${of}Cpu`] += (user + system) / 1e6;
  };
  for (let step = 0; step < lines; step += linesAtOnce) {
    const texts = makeLines("r", step, Math.min(lines, step + linesAtOnce));
    const rows = texts.map((line) => JSON.parse(line));
    measure("ours", () => {
      at = sink.applyNow({ journal: "j", from: at, lines: texts });
      if (sink.isUnsettled) sink.settle(0);
    });
    measure("bare", () => bare(rows));
  }
  sink.close();
  const scalars = lines * valuesOfLine;
  return {
    ours: scalars / times.ours,
    bare: scalars / times.bare,
    oursCpu: scalars / times.oursCpu,
    bareCpu: scalars / times.bareCpu,
  };
}

interface Row {
  readonly at: number;
  readonly step: number;
  readonly epoch: number;
  readonly values: Readonly<Record<string, number>>;
}

function barePoints(file: string): (rows: readonly Row[]) => void {
  const db = new Database(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = NORMAL");
  db.exec(
    `CREATE TABLE points (series_id INTEGER NOT NULL, step INTEGER NOT NULL, epoch REAL, wall_ms INTEGER NOT NULL, value REAL,
      segment INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (series_id, step)) WITHOUT ROWID`,
  );
  const put = db.prepare(
    "INSERT INTO points (series_id, step, epoch, wall_ms, value) VALUES (?, ?, ?, ?, ?)",
  );
  return db.transaction((rows: readonly Row[]) => {
    for (const { at, step, epoch, values } of rows) {
      let series = 0;
      for (const key in values) put.run(series++, step, epoch, at, values[key]);
    }
  });
}
