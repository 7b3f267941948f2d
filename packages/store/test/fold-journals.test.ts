import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { seededRandom } from "@epochal/testing/random";
import BetterSqlite, { type Database } from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { FoldJournals } from "../src/ingest/fold-journals.ts";
import { usualLease } from "../src/lease/lease.ts";
import { thisProcess } from "../src/lease/this-process.ts";
import { Problems } from "../src/problems.ts";
import { connect } from "../src/sqlite/connect.ts";
import { SqliteSink } from "../src/sqlite/sink/sqlite-sink.ts";
import { tempFolder } from "./temp-folder.ts";

const dead = { ...thisProcess(), pid: 2 ** 31 - 1 };
const header = (writer = dead, version = 1) =>
  `${JSON.stringify({ type: "journal", version, at: 1, writer })}\n`;
const start = (run = "r") =>
  `${JSON.stringify({ type: "run", run, at: 1, project: "p", config: {}, tags: [], notes: "", writer: dead })}\n`;
const values = (step: number, loss: unknown = step, run = "r") =>
  `${JSON.stringify({ type: "values", run, at: 1, step, values: { loss } })}\n`;

const lease = usualLease;

interface Setup {
  readonly folder: string;
  readonly db: Database;
  readonly sink: SqliteSink;
  readonly told: string[];
  readonly journals: FoldJournals;
  write(name: string, ...lines: string[]): string;
  steps(): unknown;
}

function setup(): Setup {
  const root = tempFolder();
  const folder = path.join(root, "journal");
  mkdirSync(folder);
  const db = connect({ database: path.join(root, "runs.db"), busyTimeoutMs: 1_000 });
  onTestFinished(() => {
    db.close();
  });
  const told: string[] = [];
  const problems = new Problems(({ message }) => told.push(message));
  const onSkipped = (name: string, reason: string) => problems.report(name, reason);
  const sink = new SqliteSink({ db, journal: "own", lease, problems, onSkipped });
  const journals = new FoldJournals({ sink, folder, problems, lease, goOn: () => true });
  const write = (name: string, ...lines: string[]) => {
    const file = path.join(folder, name);
    appendFileSync(file, lines.join(""));
    return file;
  };
  const steps = () => db.prepare("SELECT step FROM points ORDER BY step").pluck().all();
  return { folder, db, sink, told, journals, write, steps };
}

it("folds what a dead process has left, part by part, and removes it", () => {
  const { folder, journals, write, steps, told } = setup();
  write("a.000001.jsonl", header(), values(2));
  write("a.000000.jsonl", header(), start(), values(0), values(1));
  journals.foldOthers("own");
  expect(steps()).toEqual([0, 1, 2]);
  expect(readdirSync(folder)).toHaveLength(2);
  journals.tidy(0);
  expect(readdirSync(folder)).toEqual([]);
  expect(told).toEqual([]);
});

it("leaves the journal of another living process alone", () => {
  const { folder, journals, write, steps } = setup();
  write(
    "a.000000.jsonl",
    header({ ...thisProcess(), pid: process.ppid, pidStarted: undefined as never }),
    start(),
    values(0),
  );
  journals.foldOthers("own");
  expect(steps()).toEqual([]);
  expect(readdirSync(folder)).toHaveLength(1);
});

it("folds the journal of another machine when it has been silent, and keeps it", () => {
  const { journals, write, steps } = setup();
  const file = write("a.000000.jsonl", header({ ...dead, host: "elsewhere" }), start(), values(0));
  journals.foldOthers("own");
  expect(steps()).toEqual([]);
  const before = Date.now() / 1000 - 120;
  utimesSync(file, before, before);
  journals.foldOthers("own");
  expect(steps()).toEqual([0]);
  expect(existsSync(file)).toBe(true);
});

it("keeps what is folded for as long as a reader keeps the database's own file from holding it", () => {
  const { folder, db, journals, write } = setup();
  write("a.000000.jsonl", header(), start(), values(0));
  const reader = new BetterSqlite(db.name, { readonly: true });
  reader.exec("BEGIN");
  reader.prepare("SELECT count(*) FROM points").get();
  journals.foldOthers("own");
  journals.tidy(0);
  expect(readdirSync(folder)).toHaveLength(1);
  reader.close();
  journals.tidy(0);
  expect(readdirSync(folder)).toEqual([]);
});

it("does not read a part twice that its writer puts back after it was removed", () => {
  const { folder, db, journals, write, steps } = setup();
  const event = `${JSON.stringify({ type: "event", run: "r", at: 1, event: { type: "warning", message: "m" } })}\n`;
  const lines = [header(), start(), event, values(0)];
  const file = write("a.000000.jsonl", ...lines);
  journals.foldOthers("own");
  journals.tidy(0);
  expect(readdirSync(folder)).toEqual([]);
  write("a.000000.jsonl", ...lines, values(1));
  for (let i = 0; i < 2; i++) journals.foldOthers("own");
  expect(steps()).toEqual([0, 1]);
  expect(db.prepare("SELECT count(*) FROM events").pluck().get()).toBe(1);
  journals.tidy(0);
  expect(existsSync(file)).toBe(false);
});

it("leaves a line that is not written whole, and goes on with it later", () => {
  const { journals, write, steps, folder } = setup();
  const line = values(1);
  write("own.000000.jsonl", header(), start(), values(0), line.slice(0, 20));
  journals.foldOwn("own");
  expect(steps()).toEqual([0]);
  write("own.000000.jsonl", line.slice(20), values(2));
  journals.foldOwn("own");
  expect(steps()).toEqual([0, 1, 2]);
  expect(readdirSync(folder)).toHaveLength(1);
  write("own.000001.jsonl", header());
  journals.foldOwn("own");
  journals.tidy(0);
  expect(readdirSync(folder)).toEqual(["own.000001.jsonl"]);
});

it("folds each line once, whoever folds", () => {
  const { journals, write, db, sink, folder } = setup();
  const event = `${JSON.stringify({ type: "event", run: "r", at: 1, event: { type: "warning", message: "m" } })}\n`;
  write("own.000000.jsonl", header(), start(), event);
  const other = new FoldJournals({
    sink,
    folder,
    lease,
    problems: new Problems(() => {}),
    goOn: () => true,
  });
  for (let i = 0; i < 3; i++) {
    journals.foldOwn("own");
    other.foldOwn("own");
  }
  write("own.000000.jsonl", event);
  other.foldOwn("own");
  journals.foldOwn("own", true);
  journals.tidy(0);
  other.foldOwn("own", true);
  other.tidy(0);
  expect(db.prepare("SELECT count(*) FROM events").pluck().get()).toBe(2);
  expect(db.prepare("SELECT count(*) FROM folded").pluck().get()).toBe(0);
});

it("skips lines that are no records, tells once, and keeps all the others", () => {
  const { journals, write, steps, told } = setup();
  write(
    "a.000000.jsonl",
    header(),
    start(),
    values(0),
    "\u0000\u0000garbage\n",
    "\n",
    '{"type":"future","run":"r","at":1}\n',
    values(1, "high"),
    values(2, 5, "unknown run"),
    values(3),
  );
  journals.foldOthers("own");
  expect(steps()).toEqual([0, 3]);
  expect(told).toEqual([expect.stringContaining("it is not JSON")]);
});

it("passes over a line that the database refuses", () => {
  const { journals, write, steps, told, db } = setup();
  db.exec(`CREATE TRIGGER refuse BEFORE INSERT ON points WHEN new.step = 1
    BEGIN SELECT RAISE(ABORT, 'not this one'); END`);
  write("a.000000.jsonl", header(), start(), values(0), values(1), values(2));
  journals.foldOthers("own");
  expect(steps()).toEqual([0, 2]);
  expect(told).toEqual([expect.stringContaining("not this one")]);
});

describe("lines that the database refuses", () => {
  const length = 3_000;
  const patterns: [string, (step: number, random: () => number) => boolean][] = [
    ["the first", (step) => step === 0],
    ["the last", (step) => step === length - 1],
    ["every second", (step) => step % 2 === 1],
    ["every hundredth", (step) => step % 100 === 50],
    ["a stretch", (step) => step > 1_000 && step < 1_400],
    ["all", () => true],
    ["one of ten by chance", (_, random) => random() < 0.1],
    ["one of a thousand by chance", (_, random) => random() < 0.001],
  ];
  it.each(patterns)("(%s) keep no other out, and no line is tried often", (_, isRefused) => {
    const { journals, write, steps, told, db } = setup();
    db.exec(`CREATE TABLE refused (step INTEGER PRIMARY KEY);
      CREATE TRIGGER refuse BEFORE INSERT ON points WHEN new.step IN (SELECT step FROM refused)
        BEGIN SELECT RAISE(ABORT, 'not this one'); END;`);
    const refuse = db.prepare("INSERT INTO refused VALUES (?)");
    const random = seededRandom(1);
    const kept: number[] = [];
    for (let step = 0; step < length; step++) {
      if (isRefused(step, random)) refuse.run(step);
      else kept.push(step);
    }
    write("a.000000.jsonl", header(), start(), ...Array.from({ length }, (_, i) => values(i)));
    const changes = db.prepare<[], number>("SELECT total_changes()").pluck();
    const before = changes.get() ?? 0;
    journals.foldOthers("own");
    // At most three times its point and, line by line, its series, its run and the clock.
    expect((changes.get() ?? 0) - before).toBeLessThan(8 * length);
    expect(steps()).toEqual(kept);
    expect(told).toEqual(kept.length < length ? [expect.stringContaining("not this one")] : []);
  });
});

it("leaves a journal whose format it does not know, and tells so once", () => {
  const { journals, write, steps, folder, told } = setup();
  write("a.000000.jsonl", header(dead, 2), start(), values(0));
  journals.foldOthers("own");
  journals.foldOthers("own");
  expect(steps()).toEqual([]);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(told).toEqual([
    expect.stringContaining("format that this version of Epochal does not know"),
  ]);
});

it("is not disturbed by other files", () => {
  const { journals, folder, told } = setup();
  writeFileSync(path.join(folder, "notes.txt"), "mine");
  writeFileSync(path.join(folder, "a.000000.jsonl"), "");
  mkdirSync(path.join(folder, "folder"));
  journals.foldOthers("own");
  expect(readdirSync(folder).sort()).toEqual(["a.000000.jsonl", "folder", "notes.txt"]);
  expect(told).toEqual([]);
});

it("reads a line of several megabytes", () => {
  const { journals, write, db } = setup();
  const message = "x".repeat(3_000_000);
  const event = { type: "event", run: "r", at: 1, event: { type: "warning", message } };
  write("a.000000.jsonl", header(), start(), `${JSON.stringify(event)}\n`, values(0));
  journals.foldOthers("own");
  expect(db.prepare("SELECT length(event) FROM events").pluck().get()).toBeGreaterThan(3_000_000);
  expect(db.prepare("SELECT count(*) FROM points").pluck().get()).toBe(1);
});

it("gives way in the middle of what others have left, and goes on where it was", () => {
  const { journals, write, steps, folder } = setup();
  for (const name of ["a", "b", "c"]) {
    write(`${name}.000000.jsonl`, header(), start(name), values(name.charCodeAt(0), 1, name));
  }
  expect(journals.foldOthers("own", 0)).toBe(false);
  expect(readdirSync(folder)).toHaveLength(3);
  let isDone = false;
  while (!isDone) isDone = journals.foldOthers("own", 5);
  expect(steps()).toEqual([97, 98, 99]);
  journals.tidy(0);
  expect(readdirSync(folder)).toEqual([]);
});

it("passes over a line that is longer than any record", () => {
  const { journals, write, steps, told } = setup();
  write("own.000000.jsonl", header(), start(), values(0), "x".repeat(40_000_000));
  journals.foldOwn("own");
  expect(steps()).toEqual([0]);
  write("own.000000.jsonl", "\n", values(1));
  journals.foldOwn("own");
  expect(steps()).toEqual([0, 1]);
  expect(told).toEqual([expect.stringContaining("it is not JSON")]);
});
