import { sql } from "drizzle-orm";
import { index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { projects } from "./projects.ts";

/** A row for each training: its names, its config, how it stands. */
export const runs = sqliteTable(
  "runs",
  {
    id: text().primaryKey(),
    project: text()
      .notNull()
      .references(() => projects.name, { onUpdate: "cascade" }),
    name: text().notNull(),
    /** JSON, whole; its leaves one by one are in `params`. */
    config: text().notNull(),
    /** A JSON array of strings. */
    tags: text().notNull(),
    notes: text().notNull(),
    startedMs: integer("started_ms").notNull(),
    endedMs: integer("ended_ms"),
    /**
     * How it ended, as it said itself; NULL while it has not. Readers find out whether it still lives. Of a run that is sent, also
     * `closed` or `lost`, until more of it is heard.
     */
    state: text(),
    reason: text(),
    /** Set by the event `weights_restored`. */
    restoredEpoch: real("restored_epoch"),
    /** The process that keeps it alive. */
    host: text().notNull(),
    bootId: text("boot_id").notNull(),
    pid: integer().notNull(),
    pidStarted: text("pid_started"),
    /** The time of its last record or heartbeat. */
    seenMs: integer("seen_ms").notNull(),
    /** Tick of the clock that last changed it. */
    rev: integer().notNull(),
    pidSpace: text("pid_space"),
    /** How long its machine had been awake at its last heartbeat: a clock that nobody sets. */
    seenUpMs: integer("seen_up_ms"),
    /** How often it was resumed. */
    segment: integer().notNull().default(0),
    /** When it was last resumed, and at which epoch it went on; NULL where it never was. */
    segmentMs: integer("segment_ms"),
    segmentEpoch: real("segment_epoch"),
    /** How long its earlier segments were trained. */
    earlierMs: integer("earlier_ms").notNull().default(0),
    /** The thread that keeps it alive, where that is not the first one of its process. */
    thread: text(),
    /** The journal of the store that does. */
    journal: text(),
    /** What it records on its own, as JSON of the option `record`; NULL for everything. */
    record: text(),
    /**
     * How its process was found to be gone: `gone`, `thread_gone`, or `restarted` where its machine has restarted; NULL while
     * nobody has found it gone. Kept so that reads need not probe it again.
     */
    gone: text(),
    /** When that was found, and the `boot_id` of that process: it says nothing about another one. */
    goneMs: integer("gone_ms"),
    goneBoot: text("gone_boot"),
    /** How it ended, where that is final; NULL where the reader must find out how it stands. */
    settled: text().generatedAlwaysAs(
      sql`CASE WHEN state IS NOT NULL THEN state WHEN gone IS NOT NULL AND gone_boot = boot_id THEN 'killed' END`,
      { mode: "virtual" },
    ),
    /** Its group. Not called `group`, which is a word of SQL. */
    runGroup: text("run_group"),
    /** When it was archived, and when it was put into the trash; NULL where it is not. */
    archivedMs: integer("archived_ms"),
    deletedMs: integer("deleted_ms"),
    /** When its removal for good began; NULL where it is whole. */
    purgingMs: integer("purging_ms"),
    /** 1 where its times were given, and the clock of its process says nothing. */
    dated: integer().notNull().default(0),
    /** Where a failed run failed, as its language prints it. */
    stack: text(),
    /** The git branch of its card; NULL where it has none. */
    branch: text(),
    /** Which keys it has logged: a row of `key_sets`; NULL where none. */
    keySet: integer("key_set"),
    /**
     * The rule of the verdict on it, kept to be found by; NULL where it has none. It counts only where `judged` is the version of the
     * reader's rules. A trigger empties that when `rev` changes.
     */
    verdict: text(),
    judged: integer(),
    /**
     * When the server that takes its lines in last heard of who sends them, by the server's clock; NULL where nobody sends it. A run
     * that is sent has no `boot_id`.
     */
    heardMs: integer("heard_ms"),
  },
  (table) => [
    index("runs_by_project").on(table.project, table.startedMs),
    index("runs_by_start").on(table.startedMs),
    index("runs_by_rev").on(table.rev, table.id),
    index("runs_by_name").on(table.name),
    // All that runs are listed and counted by, but for what changes while they train: whoever counts reads no row, and rows are long.
    index("runs_by_state").on(
      ...([table.project, table.deletedMs, table.archivedMs, table.settled, table.judged] as const),
      ...([table.verdict, table.id, table.startedMs, table.restoredEpoch, table.branch] as const),
      ...([table.runGroup, table.keySet, table.tags] as const),
    ),
    index("runs_unsettled").on(table.bootId).where(sql`settled IS NULL`),
    index("runs_open").on(table.pid).where(sql`state IS NULL`),
    index("runs_of_sender").on(table.journal).where(sql`boot_id = ''`),
    index("runs_in_trash").on(table.deletedMs).where(sql`deleted_ms IS NOT NULL`),
  ],
);
