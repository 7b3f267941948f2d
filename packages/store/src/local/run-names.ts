import { limits, type RunStartedRecord, redactConfig } from "@epochal/record";
import type { Database } from "better-sqlite3";
import { nameByConfig } from "../recording/name-by-config.ts";

type Config = Readonly<Record<string, unknown>>;

/** So many of the newest runs of a project are compared with. */
const mostBefore = 20;

/** Names the runs that were given no name, by what they have otherwise than the newest runs of their project. */
export class RunNames {
  /** The configs of the newest runs by project, the newest first: the database may not have those of this process yet. */
  readonly #newest = new Map<string, readonly Config[]>();
  readonly #taken = new Set<string>();
  readonly #database: () => Database;

  /** @param database is asked only for a project whose first run of this process it is; may throw where it cannot be read */
  constructor(database: () => Database) {
    this.#database = database;
  }

  /** The name of a run: its own where it was given one, else by its config, else the one it has. */
  of(record: RunStartedRecord & { readonly name: string }, isGiven: boolean): string {
    const { project } = record;
    const config = redactConfig(record.config) as Config;
    const before = this.#newest.get(project) ?? this.#stored(project);
    const found = isGiven ? undefined : nameByConfig(config, before);
    this.#newest.set(project, [config, ...before].slice(0, mostBefore));
    const name = isGiven
      ? record.name
      : this.#untaken(project, (found ?? record.name).slice(0, limits.name));
    this.#taken.add(key(project, name));
    return name;
  }

  #stored(project: string): readonly Config[] {
    const configs = this.#ask(
      `SELECT config FROM runs WHERE project = ? AND deleted_ms IS NULL ORDER BY started_ms DESC, id LIMIT ${mostBefore}`,
      project,
    );
    return configs.map((config) => JSON.parse(String(config)) as Config);
  }

  /** With a number behind it where a run of the project has it already. */
  #untaken(project: string, name: string): string {
    for (let n = 1; ; n++) {
      const tried = n === 1 ? name : `${name} (${n})`;
      if (this.#taken.has(key(project, tried))) continue;
      const taken = this.#ask(
        "SELECT 1 FROM runs WHERE name = ? AND project = ? LIMIT 1",
        tried,
        project,
      );
      if (taken.length === 0) return tried;
    }
  }

  /** Waits for nobody: a run begins also where the database is locked or cannot be read. */
  #ask(sql: string, ...values: readonly string[]): readonly unknown[] {
    try {
      const db = this.#database();
      const waitMs = db.pragma("busy_timeout", { simple: true });
      db.pragma("busy_timeout = 0");
      try {
        return db
          .prepare(sql)
          .pluck()
          .all(...values);
      } finally {
        db.pragma(`busy_timeout = ${waitMs}`);
      }
    } catch {
      return [];
    }
  }
}

const key = (project: string, name: string) => `${project}\0${name}`;
