import { randomBytes } from "node:crypto";
import { fromJsonNumber, parseRecord } from "@epochal/record";
import { header, linesOf, started } from "./open-ingest.ts";

/** A journal as a fuzzer sends it: what was taken of it, and what follows from that. */
export interface FuzzedJournal {
  readonly name: string;
  readonly run: string;
  /** What the server has taken in. */
  taken: Buffer;
  step: number;
}

type Random = () => number;

/** What a store must hold: by run and key, values by step; NaN as null. */
export type Held = Map<string, Map<string, Map<number, number | null>>>;

export function newJournal(run: string): FuzzedJournal {
  return { name: `fuzz-${randomBytes(12).toString("hex")}`, run, taken: Buffer.alloc(0), step: 0 };
}

const TEXTS = [
  "loss",
  "__proto__",
  "constructor",
  "größe 漢字 🦊",
  "a\0b",
  "\ud800",
  "\u2028'; DROP TABLE runs --",
  "<script>",
  "",
  "k".repeat(501),
];
const NUMBERS = [0, -1, 0.1, 1e308, -1e-308, 2 ** 53, 2 ** 31, 5e-324];

export function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** Any JSON, of the kinds that break programs: deep, long, odd. */
export function oddJson(random: Random, depth = 0): unknown {
  const chance = random();
  if (chance < 0.25) return pick(random, TEXTS);
  if (chance < 0.5) return pick(random, NUMBERS);
  if (chance < 0.6) return pick(random, [null, true, false, "NaN", "Infinity", "-Infinity"]);
  if (chance < 0.64) return nested(Math.ceil(random() * 3_000));
  if (depth > 3) return [];
  const length = Math.floor(random() * 4);
  if (chance < 0.8) return Array.from({ length }, () => oddJson(random, depth + 1));
  const entries = Array.from({ length }, () => [pick(random, TEXTS), oddJson(random, depth + 1)]);
  return Object.fromEntries(entries);
}

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Lines that go on with a journal as they should. */
export function nextLines(journal: FuzzedJournal, random: Random): string {
  const { run } = journal;
  const records: object[] = journal.taken.length === 0 ? [header, started(run)] : [];
  for (let i = Math.floor(random() * 6); i >= 0; i--) {
    const step = random() < 0.1 ? Math.floor(random() * journal.step) : journal.step++;
    const value = pick<unknown>(random, [...NUMBERS, random(), "NaN", "-Infinity"]);
    const keys = ["loss", "auc", "größe"].filter(() => random() < 0.6);
    const values = Object.fromEntries(keys.map((key) => [key, value]));
    records.push({ type: "values", run, at: 1, step, epoch: step / 10, values });
  }
  return linesOf(...records);
}

/** A record of a journal's run in which something is odd. It names no other run, and no segment. */
export function oddRecord({ run }: FuzzedJournal, random: Random): object {
  const record: Record<string, unknown> = pick<Record<string, unknown>>(random, [
    { type: "values", run, at: 1, step: Math.floor(random() * 1e6), values: { loss: random() } },
    { type: "event", run, at: 1, event: { type: "warning", message: "m" } },
    { type: "event", run, at: 1, event: { type: "note", text: "t", by: "b" } },
    { type: "series", run, at: 1, series: {} },
    { type: "update", run, at: 1, set: { notes: "n" }, by: "b" },
    { type: "request", run, at: 1, id: String(random()), want: "stop", by: "b" },
    { type: "end", run, at: 1, state: "finished" },
  ]);
  for (let i = Math.ceil(random() * 2); i > 0; i--) {
    const field = pick(random, [...Object.keys(record).filter((key) => key !== "run"), "other"]);
    const inner = record[field];
    const isObject = typeof inner === "object" && inner !== null && random() < 0.7;
    if (isObject) Object.assign(inner, { [pick(random, TEXTS)]: oddJson(random) });
    else record[field] = oddJson(random);
  }
  // Who deletes a run takes its values out of sight.
  if (record.type === "update") record.set = { notes: pick(random, TEXTS) };
  return record;
}

/** Bytes in which some are others, are missing, or are there twice. */
export function mutated(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  const at = () => Math.floor(random() * copy.length);
  const chance = random();
  if (chance < 0.5) {
    for (let i = Math.ceil(random() * 4); i > 0; i--) copy[at()] = Math.floor(random() * 256);
    return copy;
  }
  if (chance < 0.75) return copy.subarray(0, at());
  const from = at();
  return Buffer.concat([copy.subarray(0, from), copy.subarray(at())]);
}

/** What is held once a journal is taken in so far, by looking at each of its lines. */
export function holdAll(journals: Iterable<FuzzedJournal>): Held {
  const held: Held = new Map();
  for (const { taken } of journals) {
    for (const line of taken.toString("utf8").split("\n")) {
      const record = parseRecord(line);
      if (typeof record === "string" || record.type !== "values") continue;
      const ofRun = held.get(record.run) ?? new Map<string, Map<number, number | null>>();
      held.set(record.run, ofRun);
      for (const key of Object.keys(record.values)) {
        const value = fromJsonNumber(record.values[key]) ?? Number.NaN;
        // A database holds text: half a pair is none, and becomes a mark for what cannot be read.
        const text = Buffer.from(key).toString();
        const points = ofRun.get(text) ?? new Map<number, number | null>();
        ofRun.set(text, points.set(record.step, Number.isNaN(value) ? null : value + 0));
      }
    }
  }
  return held;
}
