import type { RunStartedRecord } from "@epochal/record";
import { limits, redactText } from "@epochal/record";
import { encodeConfig } from "../config/encode-config.ts";
import { thisProcess } from "../lease/this-process.ts";
import { nameOfRun } from "../name-of-run.ts";
import type { RunOptions } from "../run.ts";
import { newRunId } from "./new-run-id.ts";
import { mustReadTime } from "./read-time.ts";

/**
 * The record that a run starts with.
 *
 * @throws TypeError where an option is of the wrong type
 * @throws RangeError where it is empty or too long
 */
export function readRunOptions(options: RunOptions): RunStartedRecord & { readonly name: string } {
  const { project, name, config = {}, tags = [], notes = "", startedAt: given } = options;
  const at = Date.now();
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
    at,
    project: projectName,
    name:
      name === undefined
        ? nameOfRun(projectName, startedAt ?? at).slice(0, limits.name)
        : text("name", name, limits.name),
    config: encodeConfig(config),
    tags: [...new Set(tags.map((tag: unknown) => text("tag", tag, limits.name)))],
    notes: text("notes", notes, limits.text),
    ...(startedAt !== undefined && { startedAt }),
    writer: thisProcess(),
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
