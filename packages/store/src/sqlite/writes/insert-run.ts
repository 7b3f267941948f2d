import { flattenConfig, type RunStartedRecord } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";
import { nameOfRun } from "../../name-of-run.ts";
import { writerRow } from "./writer-row.ts";

/** Stores a run that has started. One that is there already stays as it is, apart from the process that now keeps it alive. */
export class InsertRun {
  readonly #project: Statement;
  readonly #run: Statement;
  readonly #param: Statement;

  constructor(db: Database) {
    this.#project = db.prepare(
      "INSERT INTO projects (name, created_ms) VALUES (?, ?) ON CONFLICT DO NOTHING",
    );
    this.#run = db.prepare(
      `INSERT INTO runs (id, project, name, config, tags, notes, started_ms, host, boot_id, pid, pid_started, pid_space, thread, journal, seen_ms, rev, dated, record)
        VALUES (@id, @project, @name, @config, @tags, @notes, @startedAt, @host, @bootId, @pid, @pidStarted, @pidSpace, @thread, @journal, @startedAt, @rev, @dated, @record)
        ON CONFLICT (id) DO UPDATE SET host = excluded.host, boot_id = excluded.boot_id, pid = excluded.pid,
          pid_started = excluded.pid_started, pid_space = excluded.pid_space,
          thread = excluded.thread, journal = excluded.journal, seen_ms = max(runs.seen_ms, excluded.seen_ms), rev = excluded.rev,
          gone = NULL, gone_ms = NULL, gone_boot = NULL`,
    );
    this.#param = db.prepare(
      "INSERT INTO params (run_id, path, value, type, number) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
  }

  run(record: RunStartedRecord, rev: number): void {
    this.#project.run(record.project, record.at);
    this.#run.run({
      id: record.run,
      project: record.project,
      name: record.name ?? nameOfRun(record.project, record.startedAt ?? record.at),
      config: JSON.stringify(record.config),
      tags: JSON.stringify(record.tags),
      notes: record.notes,
      startedAt: record.startedAt ?? record.at,
      dated: record.startedAt === undefined ? 0 : 1,
      ...writerRow(record.writer),
      rev,
      record: record.record === undefined ? null : JSON.stringify(record.record),
    });
    for (const { path, value, type } of flattenConfig(record.config)) {
      this.#param.run(record.run, path, value, type, type === "number" ? Number(value) : null);
    }
  }
}
