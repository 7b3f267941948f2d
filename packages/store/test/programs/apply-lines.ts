// Sends a journal to a database in stretches that overlap, and takes down how far it is told to be.
import { openSync, readFileSync, writeSync } from "node:fs";
import { seededRandom } from "@epochal/testing/random";
import { usualLease } from "../../src/lease/lease.ts";
import { Problems } from "../../src/problems.ts";
import { connect } from "../../src/sqlite/connect.ts";
import { SqliteSink } from "../../src/sqlite/sink/sqlite-sink.ts";
import { stretchOf } from "../sink-journals.ts";

const [database = "", file = "", told = "", seed] = process.argv.slice(2);
const random = seededRandom(Number(seed));
const bytes = readFileSync(file);
const journal = { name: "killed", bytes, lines: [] };
const problems = new Problems((error) => {
  throw error;
});
const db = connect({ database, busyTimeoutMs: 1_000 });
const sink = new SqliteSink({
  db,
  journal: "own",
  lease: usualLease,
  problems,
  onSkipped: () => {},
});
const count = openSync(told, "w");
process.stdout.write("applies\n");
for (let known = sink.appliedTo("killed"); known < bytes.length; ) {
  const from = Math.floor(known * (random() < 0.1 ? random() : 1));
  known = await sink.apply(stretchOf(journal, from, Math.max(from, known) + random() * 30_000));
  writeSync(count, Buffer.from(Float64Array.of(known).buffer), 0, 8, 0);
}
