import type { RunUpdate } from "@epochal/record";
import { isObject, limits, redactText } from "@epochal/record";
import { optionNames } from "../options/option-names.ts";
import { takeOptions } from "../options/take-options.ts";
import type { RunChanges } from "../run-changes.ts";
import { readBy } from "./read-by.ts";

/**
 * The changes to a run, and who makes them. Here `null` is not absent: it takes a value away.
 *
 * @throws TypeError or RangeError where it makes no sense
 */
export function readRunChanges(changes: RunChanges): { set: RunUpdate; by: string } {
  const { by } = takeOptions("updateRun", changes);
  const given = isObject(changes) ? (changes as RunChanges) : {};
  const set: Record<string, unknown> = {};
  for (const field of ["name", "notes", "group"] as const) {
    if (given[field] === undefined) continue;
    set[field] = given[field] === null ? null : text(field, given[field]);
  }
  if (set.name === "" || set.group === "") {
    const field = set.name === "" ? "name" : "group";
    throw new RangeError(
      `updateRun: ${field} must not be empty. Give null to take it away. Received: ""`,
    );
  }
  if (given.tags !== undefined) set.tags = given.tags === null ? null : readTags(given.tags);
  if (given.archived !== undefined) {
    if (given.archived !== null && typeof given.archived !== "boolean") {
      throw new TypeError(
        `updateRun: archived must be true or false. Received: ${typeof given.archived}`,
      );
    }
    set.archived = given.archived ?? false;
  }
  if (Object.keys(set).length === 0) {
    const fields = Object.keys(optionNames.updateRun).filter((field) => field !== "by");
    throw new TypeError(`updateRun: nothing to change. Give one of ${fields.join(", ")}.`);
  }
  return { set, by: readBy("updateRun", by) };
}

function readTags(tags: unknown): string[] {
  if (!Array.isArray(tags)) {
    throw new TypeError(`updateRun: tags must be a list of strings. Received: ${typeof tags}`);
  }
  if (tags.length > limits.tags) {
    throw new RangeError(
      `updateRun: tags must be at most ${limits.tags}. Received: ${tags.length} of them`,
    );
  }
  if (tags.includes("")) throw new RangeError('updateRun: tag must not be empty. Received: ""');
  return [...new Set(tags.map((tag: unknown) => text("tag", tag)))];
}

function text(what: "name" | "notes" | "group" | "tag", value: unknown): string {
  if (typeof value !== "string") {
    throw new TypeError(`updateRun: ${what} must be a string. Received: ${typeof value}`);
  }
  const longest = what === "notes" ? limits.text : limits.name;
  if (value.length > longest) {
    throw new RangeError(
      `updateRun: ${what} must be at most ${longest} characters. Received: ${value.length} of them`,
    );
  }
  return redactText(value);
}
