import type { Database, Statement } from "better-sqlite3";
import type { Project } from "../../project-summary.ts";
import type { Retention } from "../../upkeep-options.ts";
import { stateOfRun } from "./run-states.ts";

interface ProjectRow {
  readonly name: string;
  readonly runs: number;
  readonly running: number;
  readonly lastStartedMs: number;
  readonly retention: string | null;
}

/** All projects that have runs, the most recently used one first. */
export class ListProjects {
  readonly #projects: Statement<[], ProjectRow>;

  constructor(db: Database) {
    // Each part by an index of its own: of very many runs few are open.
    this.#projects = db.prepare(
      `SELECT project AS name, count(*) AS runs, max(started_ms) AS lastStartedMs,
        (SELECT count(*) FROM runs WHERE project = all_.project AND deleted_ms IS NULL AND settled IS NULL AND ${stateOfRun} = 'running') AS running,
        (SELECT retention FROM projects WHERE name = all_.project) AS retention
        FROM runs AS all_ WHERE deleted_ms IS NULL GROUP BY project ORDER BY lastStartedMs DESC, project`,
    );
  }

  run(): Project[] {
    return this.#projects.all().map(({ lastStartedMs, retention, ...project }) => ({
      ...project,
      lastStartedAt: new Date(lastStartedMs),
      ...(retention !== null && { retention: JSON.parse(retention) as Retention }),
    }));
  }
}
