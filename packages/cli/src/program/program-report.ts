import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ReportLine } from "./program-note.ts";

/** What a program has said of itself. */
export interface ProgramReport {
  readonly hasTensorFlow: boolean;
  readonly hasFit: boolean;
  /** The ids of its runs, by the stores they are in. */
  readonly runs: ReadonlyMap<string, readonly string[]>;
}

/** A file in which a program and its processes say what they record, of this user alone. */
export class ReportFile {
  readonly #folder: string = mkdtempSync(path.join(tmpdir(), "epochal-run-"));
  readonly path: string = path.join(this.#folder, "report");

  read(): ProgramReport {
    const lines = linesOf(this.path);
    const seen = (what: string) => lines.some((line) => "seen" in line && line.seen === what);
    const runs = new Map<string, string[]>();
    for (const line of lines) {
      if (!("run" in line)) continue;
      const ids = runs.get(line.store) ?? [];
      if (!ids.includes(line.run)) runs.set(line.store, [...ids, line.run]);
    }
    return { hasTensorFlow: seen("tensorflow"), hasFit: seen("fit"), runs };
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function linesOf(file: string): ReportLine[] {
  try {
    const lines = readFileSync(file, "utf8").split("\n");
    return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as ReportLine);
  } catch {
    // It has said nothing.
    return [];
  }
}
