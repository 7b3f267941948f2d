import { closeSync, openSync, statSync } from "node:fs";
import path from "node:path";
import { counted, formatBytes } from "@epochal/conclusions";
import { parseRecord } from "@epochal/record";
import { type JournalOwner, JournalOwners } from "../ingest/journal-owners.ts";
import { listParts } from "../journal/list-parts.ts";
import { readLines } from "../journal/read-lines.ts";
import { readPartHeader } from "../journal/read-part-header.ts";
import { usualLease } from "../lease/lease.ts";
import type { StoreFinding } from "./store-finding.ts";

const about = "journals";

const ofOwner: Readonly<Record<JournalOwner, string>> = {
  here: "by this process",
  alive: "by a process that lives",
  gone: "by a process that is gone",
  unknown: "by a process that cannot be asked",
  silent: "by a process that cannot be asked and is silent",
  forgotten: "by a process that has been silent for a week",
  foreign: "in a format that this version does not know",
};

/**
 * Looks at the journals of a folder: whose each is, what of it is not folded yet, and which of those lines are no records.
 *
 * @param known how far the database has which part
 */
export function checkJournals(folder: string, known: ReadonlyMap<string, number>): StoreFinding[] {
  const parts = listParts(folder);
  const owners = new JournalOwners(folder, usualLease);
  const findings: StoreFinding[] = [];
  for (const journal of new Set(parts.map((part) => part.journal))) {
    const own = parts.filter((part) => part.journal === journal);
    const owner = owners.ownerOf(own);
    let [bytes, lines, refused] = [0, 0, 0];
    let reason: string | undefined;
    let host = "";
    for (const { name } of own) {
      const file = path.join(folder, name);
      const header = readPartHeader(file);
      if (header.kind === "known") host = ` on ${header.writer.host} (pid ${header.writer.pid})`;
      const from = known.get(name) ?? 0;
      bytes += Math.max(0, (statSync(file, { throwIfNoEntry: false })?.size ?? 0) - from);
      for (const line of owner === "foreign" ? [] : linesOf(file, from)) {
        const record = parseRecord(line);
        lines++;
        if (typeof record !== "string") continue;
        refused++;
        reason ??= record;
      }
    }
    const words = `The journal ${journal} is written ${ofOwner[owner]}${host}; ${formatBytes(bytes)} of it are not folded yet.`;
    const isWaiting = bytes > 0 && owner !== "alive" && owner !== "here";
    const level = owner === "foreign" ? "wrong" : isWaiting ? "notice" : "fine";
    findings.push({ level, about, words });
    if (reason === undefined) continue;
    findings.push({
      level: "wrong",
      about,
      words: `Of the journal ${journal}, ${refused} of ${counted(lines, "line")} will be refused, the first because ${reason}.`,
    });
  }
  if (findings.length > 0) return findings;
  return [{ level: "fine", about, words: "There are no journals beside it." }];
}

function* linesOf(file: string, from: number): Generator<string> {
  const fd = openSync(file, "r");
  try {
    for (let at = from; ; ) {
      const { lines, sizes } = readLines(fd, at);
      if (lines.length === 0) return;
      yield* lines;
      at += sizes.reduce((sum, size) => sum + size, 0);
    }
  } finally {
    closeSync(fd);
  }
}
