import { sql } from "drizzle-orm";
import { bigint, doublePrecision, index, pgTable, text } from "drizzle-orm/pg-core";
import { projects } from "./projects.ts";

/** A row for each training: its names, its config, how it stands. */
export const runs = pgTable(
  "runs",
  {
    id: text().primaryKey(),
    /** Its number, which the numbers of its series begin with. */
    rowid: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity().unique(),
    /** How many series it has ever had. */
    seriesMade: bigint("series_made", { mode: "number" }).notNull().default(0),
    project: text()
      .notNull()
      .references(() => projects.name, { onUpdate: "cascade" }),
    name: text().notNull(),
    /** JSON, whole; its leaves one by one are in `params`. */
    config: text().notNull(),
    /** A JSON array of strings. */
    tags: text().notNull(),
    notes: text().notNull(),
    startedMs: bigint("started_ms", { mode: "number" }).notNull(),
    endedMs: bigint("ended_ms", { mode: "number" }),
    /**
     * How it ended, as it said itself; NULL while it has not. Readers find out whether it still lives. Of a run that is sent, also
     * `closed` or `lost`, until more of it is heard.
     */
    state: text(),
    reason: text(),
    /** Set by the event `weights_restored`. */
    restoredEpoch: doublePrecision("restored_epoch"),
    /** The process that keeps it alive. */
    host: text().notNull(),
    bootId: text("boot_id").notNull(),
    pid: bigint({ mode: "number" }).notNull(),
    pidStarted: text("pid_started"),
    /** The time of its last record or heartbeat. */
    seenMs: bigint("seen_ms", { mode: "number" }).notNull(),
    /** Tick of the clock that last changed it. */
    rev: bigint({ mode: "number" }).notNull(),
    pidSpace: text("pid_space"),
    /** How long its machine had been awake at its last heartbeat: a clock that nobody sets. */
    seenUpMs: bigint("seen_up_ms", { mode: "number" }),
    /** How often it was resumed. */
    segment: bigint({ mode: "number" }).notNull().default(0),
    /** When it was last resumed, and at which epoch it went on; NULL where it never was. */
    segmentMs: bigint("segment_ms", { mode: "number" }),
    segmentEpoch: doublePrecision("segment_epoch"),
    /** How long its earlier segments were trained. */
    earlierMs: bigint("earlier_ms", { mode: "number" }).notNull().default(0),
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
    goneMs: bigint("gone_ms", { mode: "number" }),
    goneBoot: text("gone_boot"),
    /** How it ended, where that is final; NULL where the reader must find out how it stands. */
    settled: text().generatedAlwaysAs(
      sql`CASE WHEN state IS NOT NULL THEN state WHEN gone IS NOT NULL AND gone_boot = boot_id THEN 'killed' END`,
    ),
    /** Its group. Not called `group`, which is a word of SQL. */
    runGroup: text("run_group"),
    /** When it was archived, and when it was put into the trash; NULL where it is not. */
    archivedMs: bigint("archived_ms", { mode: "number" }),
    deletedMs: bigint("deleted_ms", { mode: "number" }),
    /** When its removal for good began; NULL where it is whole. */
    purgingMs: bigint("purging_ms", { mode: "number" }),
    /** 1 where its times were given, and the clock of its process says nothing. */
    dated: bigint({ mode: "number" }).notNull().default(0),
    /** Where a failed run failed, as its language prints it. */
    stack: text(),
    /** The git branch of its card; NULL where it has none. */
    branch: text(),
    /** Which keys it has logged: a row of `key_sets`; NULL where none. */
    keySet: bigint("key_set", { mode: "number" }),
    /**
     * The rule of the verdict on it, kept to be found by; NULL where it has none. It counts only where `judged` is the version of the
     * reader's rules. A trigger empties that when `rev` changes.
     */
    verdict: text(),
    judged: bigint({ mode: "number" }),
    /**
     * When the server that takes its lines in last heard of who sends them, by the server's clock; NULL where nobody sends it. A run
     * that is sent has no `boot_id`.
     */
    heardMs: bigint("heard_ms", { mode: "number" }),
  },
  (table) => [
    index("runs_by_project").on(table.project, table.startedMs),
    index("runs_by_start").on(table.startedMs),
    index("runs_by_rev").on(table.rev, table.id),
    index("runs_by_name").on(table.name),
    // Without texts of any length: an index has no room for them.
    index("runs_by_state").on(
      ...([table.project, table.deletedMs, table.archivedMs, table.settled, table.judged] as const),
      table.verdict,
    ),
    index("runs_unsettled").on(table.bootId).where(sql`settled IS NULL`),
    index("runs_open").on(table.pid).where(sql`state IS NULL`),
    index("runs_of_sender").on(table.journal).where(sql`boot_id = ''`),
    index("runs_in_trash").on(table.deletedMs).where(sql`deleted_ms IS NOT NULL`),
  ],
);
