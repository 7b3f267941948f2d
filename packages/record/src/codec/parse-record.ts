import { limits } from "../limits.ts";
import type { JournalRecord } from "../records/journal-record.ts";

const endStates = new Set<unknown>(["finished", "stopped_early", "failed", "interrupted"]);

/**
 * Reads one line of a journal, trusting nothing: lines also come from other machines, and from disks that failed.
 *
 * @returns the record, or in one sentence why it is none
 */
export function parseRecord(line: string): JournalRecord | string {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return "it is not JSON";
  }
  if (!isObject(record)) return "it is not an object";
  return fault(record) ?? (record as unknown as JournalRecord);
}

function fault(record: Record<string, unknown>): string | undefined {
  if (record.type === "journal") {
    return record.version === 1 ? undefined : `its format ${String(record.version)} is unknown`;
  }
  if (!isText(record.run, limits.key) || record.run === "") return "it names no run";
  if (!isTime(record.at)) return "it has no time";
  switch (record.type) {
    case "run":
      return faultOfRun(record);
    case "resume":
      if (!isStep(record.segment) || record.segment === 0) return "its segment is no number";
      return isWriter(record.writer) ? undefined : "its writer is unknown";
    case "values":
      if (!isSegment(record.segment)) return "its segment is no number";
      if (!isStep(record.step)) return "its step is not a whole number";
      if (record.epoch !== undefined && !Number.isFinite(record.epoch)) return "its epoch is bad";
      return isObject(record.values) ? undefined : "it has no values";
    case "series":
      return isObject(record.series) ? undefined : "it has no series";
    case "event":
      return isObject(record.event) && isText(record.event.type, limits.key)
        ? undefined
        : "it has no event";
    case "request":
      if (!isText(record.id, limits.key) || record.id === "") return "it has no id";
      if (record.want !== "stop" && record.want !== "save_weights")
        return "what it wants is unknown";
      return isText(record.by, limits.name) ? undefined : "nobody asks for it";
    case "end":
      if (!isSegment(record.segment)) return "its segment is no number";
      if (!endStates.has(record.state)) return "its end state is unknown";
      return record.reason === undefined || isText(record.reason, limits.text)
        ? undefined
        : "its reason is not text";
    default:
      return `its type ${JSON.stringify(record.type)?.slice(0, 100)} is unknown`;
  }
}

function faultOfRun(record: Record<string, unknown>): string | undefined {
  const { project, name, config, tags, notes, writer } = record;
  if (!isText(project, limits.name) || project === "") return "it names no project";
  if (name !== undefined && !isText(name, limits.name)) return "its name is not text";
  if (!isObject(config)) return "its config is not an object";
  if (!Array.isArray(tags) || !tags.every((tag) => isText(tag, limits.name))) {
    return "its tags are not a list of text";
  }
  if (!isText(notes, limits.text)) return "its notes are not text";
  return isWriter(writer) ? undefined : "its writer is unknown";
}

function isWriter(writer: unknown): boolean {
  return (
    isObject(writer) &&
    isText(writer.host, limits.name) &&
    isText(writer.bootId, limits.name) &&
    Number.isSafeInteger(writer.pid) &&
    (writer.pidStarted === undefined || isText(writer.pidStarted, limits.name)) &&
    (writer.pidSpace === undefined || isText(writer.pidSpace, limits.name))
  );
}

function isSegment(value: unknown): boolean {
  return value === undefined || isStep(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest;
}

function isTime(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

/** One below the largest safe integer is left out, so that `step + 1` is always exact. */
function isStep(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && value !== Number.MAX_SAFE_INTEGER;
}
