import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { usualLease } from "../src/lease/lease.ts";
import { connect as connectToPostgres } from "../src/postgres/connect.ts";
import { PostgresSink } from "../src/postgres/sink/postgres-sink.ts";
import { Problems } from "../src/problems.ts";
import { connect } from "../src/sqlite/connect.ts";
import { SqliteSink } from "../src/sqlite/sink/sqlite-sink.ts";
import { contentsIn } from "./contents-in.ts";
import { sinkContract } from "./contract/sink-contract.ts";
import { newPostgres, testServer } from "./new-postgres.ts";
import { PlainFileSink, takenIn } from "./plain-file-sink.ts";
import { runProgram } from "./run-program.ts";
import {
  foldByHand,
  type MadeJournal,
  type MadeRecord,
  makeJournal,
  type SinkContents,
} from "./sink-journals.ts";
import { tempFolder } from "./temp-folder.ts";

sinkContract("SQLite", () => {
  const database = path.join(tempFolder(), "runs.db");
  return {
    open: (onSkipped = () => {}) =>
      new SqliteSink({
        db: connect({ database, busyTimeoutMs: 1_000 }),
        journal: "own",
        lease: usualLease,
        problems: new Problems((error) => expect.fail(error.message)),
        onSkipped,
      }),
    contents: () => contentsOf(database),
  };
});

await testServer();
sinkContract("PostgreSQL", () => {
  const args = { url: newPostgres(), busyTimeoutMs: 1_000 };
  return {
    open: (onSkipped = () => {}) =>
      new PostgresSink({
        ...{ db: connectToPostgres(args), journal: "own", lease: usualLease },
        onSkipped,
      }),
    contents: () => {
      const db = connectToPostgres(args);
      const contents = contentsIn(db);
      db.close();
      return contents;
    },
  };
});

sinkContract("a plain file", () => {
  const file = path.join(tempFolder(), "taken.jsonl");
  return {
    open: (onSkipped) => new PlainFileSink(file, onSkipped),
    contents: () => {
      const lines = takenIn(file).flatMap((taken) => taken.lines);
      const record = (line: string) => ({ end: 0, record: JSON.parse(line) as MadeRecord });
      const all: MadeJournal = { name: "all", bytes: Buffer.of(), lines: lines.map(record) };
      return foldByHand([all], () => 0);
    },
  };
});

function contentsOf(database: string): SinkContents {
  const db = new Database(database, { readonly: true });
  const contents = contentsIn(db);
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  db.close();
  return contents;
}

it.skipIf(process.platform === "win32")(
  "takes in each line once though it is killed again and again",
  async () => {
    const [seed, kills] = [newSeed(), whole(20)];
    const random = seededRandom(seed);
    const folder = tempFolder();
    const [database, file] = [path.join(folder, "runs.db"), path.join(folder, "lines")];
    const journal = makeJournal("killed", 20_000, random);
    writeFileSync(file, journal.bytes);
    const applied = path.join(folder, "applied");
    for (let i = 0; i < kills; i++) {
      const program = runProgram("apply-lines.ts", [database, file, applied, String(seed + i)]);
      await program.printed("applies");
      await new Promise((resolve) => setTimeout(resolve, random() * 400));
      program.child.kill("SIGKILL");
      await program.ended;
    }
    const last = readFileSync(applied);
    const told = last.length < 8 ? 0 : last.readDoubleLE();
    const db = connect({ database, busyTimeoutMs: 1_000 });
    const known = db.prepare<[], number>("SELECT bytes FROM folded").pluck().get() ?? 0;
    db.close();
    // One more stretch may have been taken in and not been told of.
    expect(known).toBeGreaterThanOrEqual(told);
    expect(contentsOf(database), `seed ${seed}`).toEqual(foldByHand([journal], () => known));
    expect((await runProgram("apply-lines.ts", [database, file, applied, "1"]).ended).code).toBe(0);
    const all = foldByHand([journal], () => journal.bytes.length);
    expect(contentsOf(database), `seed ${seed}`).toEqual(all);
  },
  120_000,
);
