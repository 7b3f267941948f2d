import { encodeConfig } from "../config/encode-config.ts";
import { limits } from "../limits.ts";
import type { JournalWriter } from "../records/journal-writer.ts";
import type { RunStartedRecord } from "../records/run-started-record.ts";
import { redactText } from "../redaction/redact-text.ts";
import { newRunId } from "./new-run-id.ts";
import { mustReadTime } from "./read-time.ts";

/** What somebody starts a run with. */
interface GivenRun {
  readonly project: string;
  readonly name?: string;
  readonly config?: unknown;
  readonly tags?: readonly string[];
  readonly notes?: string;
  readonly startedAt?: Date | number;
}

/**
 * The record that a run starts with.
 *
 * @param writer who keeps it alive
 * @throws TypeError where an option is of the wrong type
 * @throws RangeError where it is empty or too long
 */
export function readRunOptions(options: GivenRun, writer: JournalWriter): RunStartedRecord {
  const { project, name, config = {}, tags = [], notes = "", startedAt: given } = options;
  const startedAt = given === undefined ? undefined : mustReadTime("startRun: startedAt", given);
  const projectName = text("project", project, limits.name);
  if (projectName === "") throw new RangeError('startRun: project must not be empty. Received: ""');
  if (!Array.isArray(tags)) throw new TypeError("startRun: tags must be a list of strings.");
  if (tags.length > limits.tags) {
    throw new RangeError(
      `startRun: tags must be at most ${limits.tags}. Received: ${tags.length} of them`,
    );
  }
  if (tags.includes("")) throw new RangeError('startRun: tag must not be empty. Received: ""');
  return {
    type: "run",
    run: newRunId(),
    at: Date.now(),
    project: projectName,
    ...(name !== undefined && { name: text("name", name, limits.name) }),
    config: encodeConfig(config),
    tags: [...new Set(tags.map((tag: unknown) => text("tag", tag, limits.name)))],
    notes: text("notes", notes, limits.text),
    ...(startedAt !== undefined && { startedAt }),
    writer,
  };
}

function text(what: string, value: unknown, longest: number): string {
  if (typeof value !== "string") {
    throw new TypeError(
      `startRun: ${what} must be a string. Received: ${value === null ? "null" : typeof value}`,
    );
  }
  if (value.length > longest) {
    throw new RangeError(
      `startRun: ${what} must be at most ${longest} characters. Received: ${value.length} of them`,
    );
  }
  return redactText(value);
}
