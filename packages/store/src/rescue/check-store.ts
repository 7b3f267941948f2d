import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import { formatBytes } from "@epochal/conclusions";
import { listCopies } from "../local/files-beside.ts";
import { inspectDatabase } from "../location/inspect-database.ts";
import { type StoreLocation, storeLocation } from "../location/store-location.ts";
import { checkDatabase } from "./check-database.ts";
import { checkJournals } from "./check-journals.ts";
import type { StoreFinding } from "./store-finding.ts";

export interface StoreCheck {
  /** Path of the database. */
  readonly location: string;
  /** Whether nothing is wrong. */
  readonly isWell: boolean;
  /** The worst first. */
  readonly findings: readonly StoreFinding[];
}

/** With less room than this a training may end without its last values. */
const leastRoom = 16 * 2 ** 20;
const ranks = ["wrong", "notice", "fine"];

/**
 * Looks whether a store is well: its place, its room, the database, the journals. Changes nothing, and makes no file beside it.
 *
 * @param location as `openStore` takes it
 * @throws StoreError `invalid_location` where it is no path of a file
 */
export function checkStore(location?: string): StoreCheck {
  const place = storeLocation(location);
  const { folded, findings: ofDatabase } = existsSync(place.database)
    ? checkDatabase(place.database)
    : { folded: new Map<string, number>(), findings: [] };
  const findings = [
    ...checkPlace(place),
    ...checkRoom(place),
    ...ofDatabase,
    ...attempt("journals", () => checkJournals(place.journal, folded)),
    ...attempt("copies", () => checkCopies(place)),
    finding("fine", "versions", `This is Node.js ${process.versions.node}.`),
  ].sort((a, b) => ranks.indexOf(a.level) - ranks.indexOf(b.level));
  const isWell = findings.every(({ level }) => level !== "wrong");
  return { location: place.database, isWell, findings };
}

function checkPlace({ database, journal }: StoreLocation): StoreFinding[] {
  const wrong: StoreFinding[] = [];
  const say = (words: string) => wrong.push(finding("wrong", "place", words));
  try {
    if (!inspectDatabase(database)) {
      const isThere = existsSync(database);
      say(isThere ? `${database} is empty.` : `There is no store at ${database}.`);
      return wrong;
    }
  } catch (error) {
    say((error as Error).message);
    return wrong;
  }
  const may = (file: string, how: number) => {
    try {
      accessSync(file, how);
      return true;
    } catch {
      return false;
    }
  };
  if (!may(database, constants.R_OK)) say(`This user cannot read ${database}.`);
  else if (!may(database, constants.W_OK)) say(`This user cannot write to ${database}.`);
  for (const folder of [path.dirname(database), journal]) {
    if (existsSync(folder) && !may(folder, constants.W_OK | constants.X_OK))
      say(`This user cannot write to the folder ${folder}: nothing can be recorded.`);
  }
  if (wrong.length > 0) return wrong;
  return [finding("fine", "place", `${database} and its folder can be read and written.`)];
}

function checkRoom({ database }: StoreLocation): readonly StoreFinding[] {
  const folder = path.dirname(database);
  return attempt("room", () => {
    if (!existsSync(folder)) return [];
    const { bavail, bsize } = statfsSync(folder);
    const free = bavail * bsize;
    const size = statSync(database, { throwIfNoEntry: false })?.size ?? 0;
    const words = `${formatBytes(free)} are free in ${folder}; the database has ${formatBytes(size)}.`;
    if (free < leastRoom) return [finding("wrong", "room", `${words} Make room.`)];
    if (free >= size) return [finding("fine", "room", words)];
    return [finding("notice", "room", `${words} A copy of it has no room there.`)];
  });
}

function checkCopies({ database }: StoreLocation): StoreFinding[] {
  if (!existsSync(path.dirname(database))) return [];
  return listCopies(database).map(({ path: file, bytes }) =>
    finding("notice", "copies", `${file} is a copy of an older version, ${formatBytes(bytes)}.`),
  );
}

function attempt(about: string, check: () => readonly StoreFinding[]): readonly StoreFinding[] {
  try {
    return check();
  } catch (error) {
    return [finding("wrong", about, `This cannot be looked at: ${(error as Error).message}.`)];
  }
}

function finding(level: StoreFinding["level"], about: string, words: string): StoreFinding {
  return { level, about, words };
}
