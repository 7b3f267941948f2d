import { gzipSync } from "node:zlib";
import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type FuzzedJournal,
  type Held,
  holdAll,
  mutated,
  newJournal,
  nextLines,
  oddJson,
  oddRecord,
  pick,
} from "../../../test/fuzz-journals.ts";
import {
  type Answer,
  linesOf,
  type OpenIngest,
  openIngest,
  type SentBody,
} from "../../../test/open-ingest.ts";

/** So many bodies, a hundredth by default: each is a request, and a sync of the disk. */
const bodies = whole(whole(100_000));
const seed = newSeed();
const random = seededRandom(seed);
/** Who waits for one sync waits for it together. */
const AT_ONCE = 16;
const MOST_GROWTH = 150 * 2 ** 20;

let open: OpenIngest;
let tokens: { readonly all: string; readonly read: string; readonly fish: string };

beforeAll(async () => {
  open = await openIngest();
  tokens = {
    all: await open.token(),
    read: await open.token({ role: "read" }),
    fish: await open.token({ projects: ["fish"] }),
  };
});

afterAll(() => open.close());

interface Tried extends SentBody {
  /** The statuses that it may get. */
  readonly may: readonly number[];
  /** What of the journal the body is, where it is of one. */
  readonly of?: { readonly journal: FuzzedJournal; readonly bytes: Buffer; readonly from: number };
}

const journals: FuzzedJournal[] = [];

/** A body of some kind, and what may become of it. */
function next(): Tried {
  if (journals.length === 0 || random() < 0.05) journals.push(newJournal(`run-${journals.length}`));
  const journal = pick(random, journals);
  const from = journal.taken.length;
  const lines = Buffer.from(nextLines(journal, random));
  const of = (bytes: Buffer, at = from) => ({ journal, bytes, from: at });
  const sent = { token: tokens.all, journal: journal.name, from, body: lines };
  const chance = random();
  if (chance < 0.3) return { ...sent, may: [200], of: of(lines) };
  if (chance < 0.35) {
    const headers = { "content-encoding": "gzip" };
    return { ...sent, body: gzipSync(lines), headers, may: [200], of: of(lines) };
  }
  if (chance < 0.43) {
    const again = Buffer.concat([journal.taken, lines]);
    return { ...sent, from: 0, body: again, may: [200], of: of(again, 0) };
  }
  if (chance < 0.47) return { ...sent, from: from + 1 + Math.floor(random() * 50), may: [200] };
  if (chance < 0.65) {
    const odd = Buffer.concat([lines, Buffer.from(linesOf(oddRecord(journal, random)))]);
    return { ...sent, body: odd, may: [200, 400, 413], of: of(odd) };
  }
  // Where the record is spoilt that starts a run, nobody may send more of it.
  if (chance < 0.77 && from > 0) {
    const bytes = mutated(lines, random);
    return { ...sent, body: bytes, may: [200, 400, 403, 413], of: of(bytes) };
  }
  if (chance < 0.82) {
    const other = newJournal("nobody");
    const foreign = linesOf(
      { type: "journal", version: 1, at: 1, writer: {} },
      oddRecord(journal, random),
    );
    // Where its type is odd, it is no record of any run.
    return { ...sent, journal: other.name, from: 0, body: foreign, may: [200, 400, 403] };
  }
  if (chance < 0.86) return { ...sent, token: tokens.fish, may: [403] };
  if (chance < 0.89) return { ...sent, token: tokens.read, may: [403] };
  if (chance < 0.92) {
    const line = Buffer.from(`${JSON.stringify(oddJson(random))}\n`);
    return { ...sent, body: line, may: [200, 400], of: of(line) };
  }
  if (chance < 0.95) return { ...sent, from: pick(random, ["", "-1", "1e3", "x"]), may: [400] };
  if (chance < 0.97) {
    return { ...sent, headers: { "content-encoding": "gzip" }, may: [400] };
  }
  return { ...sent, body: "", query: random() < 0.5 ? "&closing=1" : "", may: [200] };
}

/** Takes over what the server says it has taken. */
function keep({ of, from = 0 }: Tried, { status, said }: Answer): void {
  if (status !== 200 || of === undefined) return;
  const { journal, bytes } = of;
  const end = of.from + bytes.length;
  expect(said.taken, `from ${from}`).toBe(Math.max(end, journal.taken.length));
  if (end > journal.taken.length) {
    journal.taken = Buffer.concat([journal.taken.subarray(0, of.from), bytes]);
  }
}

function heldBy(location: string): Held {
  const db = new Database(location, { readonly: true });
  const held: Held = new Map();
  const rows = db
    .prepare<[], [string, string, number, number | null]>(
      "SELECT run_id, key, step, value FROM points JOIN series ON id = series_id",
    )
    .raw()
    .iterate();
  for (const [run, key, step, value] of rows) {
    const ofRun = held.get(run) ?? new Map<string, Map<number, number | null>>();
    held.set(run, ofRun);
    ofRun.set(key, (ofRun.get(key) ?? new Map()).set(step, value));
  }
  expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
  db.close();
  return held;
}

/** The first points that only one of them has, or that they have otherwise. */
function differences(stored: Held, wanted: Held): string[] {
  const told = (held: Held) =>
    [...held].flatMap(([run, keys]) =>
      [...keys].flatMap(([key, points]) =>
        [...points].map(([step, value]) => `${run} ${JSON.stringify(key)} ${step}: ${value}`),
      ),
    );
  const [ours, theirs] = [new Set(told(stored)), new Set(told(wanted))];
  return [
    ...[...ours].filter((point) => !theirs.has(point)).map((point) => `stored ${point}`),
    ...[...theirs].filter((point) => !ours.has(point)).map((point) => `wanted ${point}`),
  ].slice(0, 20);
}

/** Bodies that are sent at once: of no journal more than one. */
function round(): Tried[] {
  const tried = Array.from({ length: AT_ONCE }, next);
  return tried.filter(({ journal }, i) => tried.findIndex((one) => one.journal === journal) === i);
}

test(`any body is refused or stored as it says, ${bodies} of them (seed ${seed})`, async () => {
  let memory = 0;
  const statuses = new Map<number, number>();
  for (let sent = 0; sent < bodies; ) {
    const tried = round();
    const answers = await Promise.all(tried.map((each) => open.send(each)));
    for (const [i, answer] of answers.entries()) {
      const each = tried[i] as Tried;
      const { status, said } = answer;
      const what = `${String(each.body).slice(0, 300)}: ${JSON.stringify(said)}`;
      expect(each.may, `${status} for body ${sent + i} of seed ${seed}: ${what}`).toContain(status);
      keep(each, answer);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    sent += tried.length;
    if (memory === 0 && sent > bodies / 5) memory = process.memoryUsage().rss;
  }
  for (const status of [200, 400, 403])
    expect(statuses.get(status), String(status)).toBeGreaterThan(20);
  expect(process.memoryUsage().rss - memory).toBeLessThan(MOST_GROWTH);
  expect(differences(heldBy(open.store.location), holdAll(journals))).toEqual([]);
  const { total } = await open.store.listRuns({ limit: 0, with: {} });
  expect(total).toBe(journals.filter(({ taken }) => taken.length > 0).length);
}, 1_800_000);
