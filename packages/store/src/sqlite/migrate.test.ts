import path from "node:path";
import Database from "better-sqlite3";
import { getTableConfig, getViewConfig } from "drizzle-orm/sqlite-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { tempFolder } from "../../test/temp-folder.ts";
import { openStore } from "../open-store.ts";
import { connect } from "./connect.ts";
import { applyMigrations } from "./migrate.ts";
import { migrations } from "./migrations.gen.ts";
import { audit } from "./schema/audit.ts";
import { clock } from "./schema/clock.ts";
import { concluded } from "./schema/concluded.ts";
import { events } from "./schema/events.ts";
import { folded } from "./schema/folded.ts";
import { keySets } from "./schema/key-sets.ts";
import { metrics } from "./schema/metrics.ts";
import { params } from "./schema/params.ts";
import { points } from "./schema/points.ts";
import { projects } from "./schema/projects.ts";
import { purged } from "./schema/purged.ts";
import { removed } from "./schema/removed.ts";
import { requests } from "./schema/requests.ts";
import { rollup } from "./schema/rollup.ts";
import { runs } from "./schema/runs.ts";
import { segments } from "./schema/segments.ts";
import { senders } from "./schema/senders.ts";
import { series } from "./schema/series.ts";
import { superseded } from "./schema/superseded.ts";
import { tokens } from "./schema/tokens.ts";
import { watches } from "./schema/watches.ts";
import { newestVersion } from "./schema-version.ts";

const tables = [
  audit,
  clock,
  concluded,
  events,
  folded,
  keySets,
  params,
  points,
  projects,
  purged,
  removed,
  requests,
  rollup,
  runs,
  segments,
  senders,
  series,
  superseded,
  tokens,
  watches,
];

function newDatabase(): Database.Database {
  const database = path.join(tempFolder(), "runs.db");
  const db = connect({ database, busyTimeoutMs: 1_000 });
  onTestFinished(() => {
    db.close();
  });
  return db;
}

describe("the schema", () => {
  it.each(tables.map((table) => [getTableConfig(table).name, table] as const))(
    "of %s is the real table's",
    (name, table) => {
      const db = newDatabase();
      const real = db.pragma(`table_xinfo(${name})`) as Record<string, unknown>[];
      const { columns, indexes, primaryKeys } = getTableConfig(table);
      expect(real.map((column) => [column.name, column.type, column.notnull === 1])).toEqual(
        columns.map((column) => [column.name, column.getSQLType().toUpperCase(), column.notNull]),
      );
      const key = real.filter(({ pk }) => Number(pk) > 0).map((column) => column.name);
      const [several] = primaryKeys;
      expect(key).toEqual(
        (several?.columns ?? columns.filter(({ primary }) => primary)).map((column) => column.name),
      );
      const names = db.pragma(`index_list(${name})`) as { name: string; origin: string }[];
      for (const index of indexes) expect(names.map((it) => it.name)).toContain(index.config.name);
    },
  );

  it("has no other tables, and all of them are strict", () => {
    const db = newDatabase();
    const real = db
      .prepare(
        "SELECT name, strict, wr FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
      )
      .all() as { name: string; strict: number; wr: number }[];
    expect(real.map(({ name }) => name).sort()).toEqual(
      tables.map((table) => getTableConfig(table).name).sort(),
    );
    expect(real.every(({ strict }) => strict === 1)).toBe(true);
    expect(
      real
        .filter(({ wr }) => wr === 1)
        .map(({ name }) => name)
        .sort(),
    ).toEqual([
      "events",
      "folded",
      "params",
      "points",
      "purged",
      "removed",
      "rollup",
      "segments",
      "superseded",
      "watches",
    ]);
  });

  it("has a view of all points for people who write SQL", async () => {
    const location = path.join(tempFolder(), "runs.db");
    const store = await openStore(location);
    const run = await store.startRun({ project: "birds" });
    run.log({ loss: 0.5 }, { step: 3, epoch: 1.5 });
    await store.close();
    const db = new Database(location, { readonly: true });
    const rows = db.prepare("SELECT * FROM metrics").all();
    expect(rows).toEqual([
      {
        run: run.id,
        project: "birds",
        key: "loss",
        step: 3,
        epoch: 1.5,
        wall_ms: expect.any(Number),
        value: 0.5,
      },
    ]);
    expect(Object.keys(rows[0] as object)).toEqual(
      Object.values(getViewConfig(metrics).selectedFields).map(
        (column) => (column as { name: string }).name,
      ),
    );
    db.close();
  });
});

describe("migrate", () => {
  it("counts migrations from 1 without gaps", () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, i) => i + 1));
  });

  it.each(migrations.map(({ version }) => version))(
    "opens a database made by schema %i, and keeps what is in it",
    async (version) => {
      const location = path.join(tempFolder(), "runs.db");
      const old = new Database(location);
      for (const migration of migrations.slice(0, version)) {
        for (const part of migration.sql.split("--> statement-breakpoint")) old.exec(part);
      }
      old.exec(`
        INSERT INTO projects (name, created_ms) VALUES ('birds', 1);
        INSERT INTO runs (id, project, name, config, tags, notes, started_ms, ended_ms, state, host, boot_id, pid, seen_ms, rev)
          VALUES ('r', 'birds', 'first', '{}', '[]', '', 1, 2, 'finished', 'h', 'b', 1, 2, 1);
        INSERT INTO series (id, run_id, key, metric, split, kind, direction, per, n, first_step, last_step)
          VALUES (1, 'r', 'loss', 'loss', 'train', 'loss', 'min', 'epoch', 1, 0, 0);
        INSERT INTO points (series_id, step, wall_ms, value) VALUES (1, 0, 1, 0.5);
        PRAGMA application_id = ${0x45504f43};
        PRAGMA user_version = ${version};`);
      old.close();
      const store = await openStore(location);
      expect((await store.getRun("r")).name).toBe("first");
      expect([...(await store.readSeries({ run: "r", key: "loss" })).value]).toEqual([0.5]);
      await store.close();
      const db = new Database(location, { readonly: true });
      expect(db.pragma("user_version", { simple: true })).toBe(newestVersion);
      db.close();
    },
  );

  it("takes over verdicts that are of a run as it is, and no others", () => {
    const database = path.join(tempFolder(), "runs.db");
    const old = new Database(database);
    applyMigrations(old, 0, 9);
    old.exec(`INSERT INTO projects (name, created_ms) VALUES ('birds', 1)`);
    const run = old.prepare(
      `INSERT INTO runs (id, project, name, config, tags, notes, started_ms, ended_ms, state, host, boot_id, pid, seen_ms, rev)
        VALUES (?, 'birds', 'first', '{}', '[]', '', 1, 2, 'finished', 'h', 'b', 1, 2, 5)`,
    );
    for (const id of ["now", "before", "never"]) run.run(id);
    old.exec(
      `INSERT INTO concluded (run_id, rev, rules, verdict, conclusions)
        VALUES ('now', 5, 3, 'healthy', '{}'), ('before', 4, 3, 'healthy', '{}')`,
    );
    old.close();
    const db = connect({ database, busyTimeoutMs: 1_000 });
    const judged = db.prepare("SELECT id, verdict, judged FROM runs ORDER BY id").raw();
    expect(judged.all()).toEqual([
      ["before", null, null],
      ["never", null, null],
      ["now", "healthy", 3],
    ]);
    db.exec("UPDATE runs SET rev = 6");
    expect(judged.all().at(-1)).toEqual(["now", null, null]);
    db.close();
  });
});
