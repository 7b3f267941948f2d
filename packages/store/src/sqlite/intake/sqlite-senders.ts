import type { FoundRequest } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";
import type { Scope, Senders, SentRun } from "../../intake/senders.ts";
import { SinkError } from "../../sink-error.ts";
import { addEntry } from "../access/add-entry.ts";
import { isBusy } from "../is-busy.ts";

interface FoundRun {
  readonly id: string;
  readonly project: string | null;
  readonly journal: string | null;
  readonly segment: number | null;
}

interface Heard {
  /** How many of its runs have ended only because nothing was heard of them. */
  readonly ended: number;
  /** How many of those that go on were not heard of just now. */
  readonly due: number;
}

/** So often it is written down that a run was heard of: a sender may send a hundred times a second. */
const noteMs = 1_000;

const ofSender = "journal = @journal AND boot_id = ''";

/** Who sends to an SQLite database. */
export class SqliteSenders implements Senders {
  readonly #db: Database;
  readonly #scope: Statement<[string], { readonly projects: string | null }>;
  readonly #begin: Statement;
  readonly #runs: Statement<object, FoundRun>;
  readonly #heard: Statement<object, Heard>;
  readonly #hear: Statement<object>;
  readonly #tick: Statement<[], number>;
  readonly #revive: Statement<object>;
  readonly #close: Statement<object>;
  readonly #requests: Statement<object, FoundRequest>;

  constructor(db: Database) {
    this.#db = db;
    this.#scope = db.prepare("SELECT projects FROM senders WHERE journal = ?");
    this.#begin = db.prepare(
      "INSERT INTO senders (journal, token, projects, begun_ms) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
    this.#runs = db.prepare(
      `SELECT value AS id, project, journal, segment FROM json_each(@ids) JOIN runs ON runs.id = value WHERE purging_ms IS NULL
        UNION ALL SELECT value, NULL, NULL, NULL FROM json_each(@ids)
          WHERE value IN (SELECT id FROM purged) OR value IN (SELECT id FROM runs WHERE purging_ms IS NOT NULL)`,
    );
    this.#heard = db.prepare(
      `SELECT count(state) AS ended, count(*) - count(state) AS due FROM runs WHERE ${ofSender}
        AND (state IN ('closed', 'lost') OR state IS NULL AND coalesce(heard_ms, -1) NOT BETWEEN @now - ${noteMs} AND @now)`,
    );
    this.#hear = db.prepare(`UPDATE runs SET heard_ms = @now WHERE ${ofSender} AND state IS NULL`);
    this.#tick = db.prepare<[], number>("UPDATE clock SET rev = rev + 1 RETURNING rev").pluck();
    this.#revive = db.prepare(
      `UPDATE runs SET state = NULL, reason = NULL, ended_ms = NULL, rev = @rev WHERE ${ofSender} AND state IN ('closed', 'lost')`,
    );
    this.#close = db.prepare(
      `UPDATE runs SET state = 'closed', ended_ms = seen_ms, heard_ms = @now, rev = @rev,
          reason = CASE host WHEN '' THEN 'its page was closed' ELSE 'its program ended without saying how' END
        WHERE ${ofSender} AND state IS NULL`,
    );
    // Whatever the sender's clock says: a journal has the runs of one process.
    this.#requests = db.prepare(
      `SELECT run_id AS run, requests.id AS id, want, "by" FROM requests JOIN runs ON runs.id = run_id
        WHERE taken_ms IS NULL AND ${ofSender} AND state IS NULL ORDER BY at_ms, requests.id`,
    );
  }

  async scopeOf(journal: string): Promise<Scope | undefined> {
    const row = this.#scope.get(journal);
    if (row === undefined) return undefined;
    return row.projects === null ? null : (JSON.parse(row.projects) as string[]);
  }

  async begin(
    journal: string,
    { id, name }: { readonly id: string; readonly name: string },
    scope: Scope,
  ): Promise<void> {
    const now = Date.now();
    const projects = scope === null ? null : JSON.stringify(scope);
    this.#write(() => {
      if (this.#begin.run(journal, id, projects, now).changes === 0) return;
      addEntry(this.#db, now, {
        who: name,
        action: "began to send",
        what: `the journal ${journal}`,
      });
    });
  }

  async runs(ids: readonly string[]): Promise<ReadonlyMap<string, SentRun | "removed">> {
    const found = this.#runs
      .all({ ids: JSON.stringify(ids) })
      .map((row): [string, SentRun | "removed"] => {
        const { id, project, journal, segment } = row;
        if (project === null) return [id, "removed"];
        return [id, { project, journal: journal ?? "", segment: segment ?? 0 }];
      });
    return new Map(found);
  }

  async hear(journal: string, now: number): Promise<void> {
    const { due = 0, ended = 0 } = this.#heard.get({ journal, now }) ?? {};
    if (due + ended === 0) return;
    this.#write(() => {
      if ((this.#heard.get({ journal, now })?.ended ?? 0) > 0) {
        this.#revive.run({ journal, rev: this.#tick.get() ?? 0 });
      }
      this.#hear.run({ journal, now });
    });
  }

  async requests(journal: string): Promise<readonly FoundRequest[]> {
    return this.#requests.all({ journal });
  }

  async closeRuns(journal: string, now: number): Promise<void> {
    this.#write(() => {
      this.#close.run({ journal, now, rev: this.#tick.get() ?? 0 });
    });
  }

  #write(change: () => void): void {
    try {
      this.#db.transaction(change).immediate();
    } catch (error) {
      if (!isBusy(error)) throw error;
      throw new SinkError("busy", (error as Error).message, { cause: error });
    }
  }
}
