import { whole } from "@epochal/testing/full";
import { newSeed, seededRandom } from "@epochal/testing/random";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Sink } from "../../src/sink.ts";
import {
  foldByHand,
  type MadeJournal,
  makeJournal,
  type SinkContents,
  stretchOf,
} from "../sink-journals.ts";

/** Where a sink puts what it takes in, as a test of the contract needs it. */
export interface SinkPlace {
  /** Opens a sink; again and again, it is the same place. */
  open(onSkipped?: () => void): Sink & { close(): void };
  contents(): SinkContents;
}

/** What every sink must do, whatever it puts its lines in. */
export function sinkContract(name: string, newPlace: () => SinkPlace): void {
  describe(name, () => {
    const seed = newSeed();
    const random = seededRandom(seed);
    let made = 0;
    /** A new place; all that is sent to it is compared. */
    const setup = () => {
      const place = newPlace();
      const journals: MadeJournal[] = [];
      /** How far journals are taken in that are not so whole. */
      const applied = new Map<MadeJournal, number>();
      return {
        applied,
        open: (onSkipped = () => {}) => {
          const sink = place.open(onSkipped);
          onTestFinished(() => sink.close());
          return sink;
        },
        make: (length: number, like = random) => {
          const journal = makeJournal(`${name}-${1_000 + made++}`, length, like);
          journals.push(journal);
          return journal;
        },
        compare: () =>
          expect(place.contents()).toEqual(
            foldByHand(journals, (journal) => applied.get(journal) ?? journal.bytes.length),
          ),
      };
    };
    const all = (journal: MadeJournal) => stretchOf(journal, 0, journal.bytes.length);

    it("takes in each line once, and says how far it is", async () => {
      const { open, make, compare } = setup();
      const journal = make(40);
      const sink = open();
      expect(await sink.apply(all(journal))).toBe(journal.bytes.length);
      expect(await sink.apply(all(journal))).toBe(journal.bytes.length);
      expect(await open().apply(all(journal))).toBe(journal.bytes.length);
      compare();
    });

    it("takes in values of any keys, again and again", async () => {
      const sink = newPlace().open(() => expect.fail("a line was passed over"));
      const [journal, run] = [`${name}-${1_000 + made++}`, "odd"];
      const of = { project: "p", config: {}, tags: [], notes: "", writer: {} };
      const values = { "\ud800": 1, "\ud801": 2, "a\0": 3, "\ufdd0": 4, "\ufdd00": 5, __proto: 6 };
      let from = 0;
      const send = async (...records: readonly object[]) => {
        const lines = records.map((record) => JSON.stringify(record));
        const end = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, from);
        expect(await sink.apply({ journal, from, lines })).toBe(end);
        from = end;
      };
      const header = { type: "journal", version: 1, at: 1, writer: { kind: "page", journal } };
      await send(header, { type: "run", run, at: 1, ...of });
      for (let step = 0; step < 3; step++) await send({ type: "values", run, at: 1, step, values });
    });

    it("counts lines that it passes over, each once, and goes on behind them", async () => {
      const { open, make, compare } = setup();
      const journal = make(100);
      let skipped = 0;
      const sink = open(() => skipped++);
      for (let round = 0; round < 3; round++) await sink.apply(all(journal));
      const bad = journal.lines.filter(({ record }) => record === undefined);
      expect(bad.length).toBeGreaterThan(0);
      expect(skipped).toBe(bad.length);
      compare();
    });

    it("needs not be told the sizes of lines that are whole", async () => {
      const { open, make, compare } = setup();
      const journal = make(40);
      const { sizes: _, ...stretch } = all(journal);
      expect(await open().apply(stretch)).toBe(journal.bytes.length);
      compare();
    });

    it("refuses what begins behind a gap, and says where to go on", async () => {
      const { open, make, compare, applied } = setup();
      const journal = make(40);
      const sink = open();
      const [first = 0, second = 0] = journal.lines.map(({ end }) => end);
      expect(await sink.apply(stretchOf(journal, second, journal.bytes.length))).toBe(0);
      expect(await sink.apply(stretchOf(journal, 0, first))).toBe(first);
      expect(await sink.apply(stretchOf(journal, second, journal.bytes.length))).toBe(first);
      // What is not of this journal's lines at all goes nowhere either.
      const crooked = {
        journal: journal.name,
        from: 0,
        lines: ["{}", "{}"],
        sizes: [first - 1, 9],
      };
      expect(await sink.apply(crooked)).toBe(first);
      expect(await sink.apply({ journal: journal.name, from: first, lines: [] })).toBe(first);
      applied.set(journal, first);
      compare();
    });

    it.each([
      { from: -1, lines: [] },
      { from: 0.5, lines: [] },
      { from: Number.NaN, lines: [] },
      { from: 0, lines: ["{}"], sizes: [] },
    ])("refuses %j", async (stretch) => {
      await expect(
        setup()
          .open()
          .apply({ journal: "odd", ...stretch }),
      ).rejects.toThrow(TypeError);
    });

    const rounds = whole(20);

    it(`takes in what is cut at any byte (seed ${seed})`, async () => {
      const { length } = makeJournal(`${name}-1000`, 8, seededRandom(seed)).bytes;
      let at = setup();
      let sink: Sink = at.open();
      let count = 0;
      for (let place = random() * 20; place < length; place += 20 / rounds) {
        const cut = Math.floor(place);
        // In a new place now and then: a plain file is read whole each time.
        if (++count % 50 === 0) {
          at.compare();
          at = setup();
          sink = at.open();
        }
        const journal = at.make(8, seededRandom(seed));
        const ends = journal.lines.map(({ end }) => end);
        const known = await sink.apply(stretchOf(journal, 0, cut));
        expect(known).toBe(Math.max(0, ...ends.filter((end) => end <= cut)));
        // From the cut, where that is behind a gap, and then from where it was.
        const then = await sink.apply(stretchOf(journal, cut, journal.bytes.length));
        expect(then).toBe(cut === known ? journal.bytes.length : known);
        const back = Math.floor(random() * (known + 1));
        const last = await sink.apply(stretchOf(journal, back, journal.bytes.length));
        expect(last).toBe(journal.bytes.length);
      }
      at.compare();
    });

    it(`ends the same whoever sends, how often and in what order (seed ${seed})`, async () => {
      const { open, make, compare } = setup();
      let skipped = 0;
      const sinks = [1, 2, 3].map(() => open(() => skipped++));
      const sent = Array.from({ length: Math.max(3, rounds) }, () => make(20 + random() * 150));
      const send = async (journal: MadeJournal, sink: Sink) => {
        const { length } = journal.bytes;
        for (let known = 0; known < length; ) {
          const wild = random() < 0.3;
          const from = wild ? Math.floor(random() * length) : known;
          const to = Math.min(length, from + Math.floor(random() * (random() < 0.2 ? 9_000 : 900)));
          const stretch = stretchOf(journal, from, to);
          const end = from + (stretch.sizes ?? []).reduce((sum, size) => sum + size, 0);
          const answer = await sink.apply(stretch);
          expect(answer).toBeGreaterThanOrEqual(known);
          if (from <= known) expect(answer).toBeGreaterThanOrEqual(end);
          known = answer;
          if (random() < 0.2) await new Promise((resolve) => setTimeout(resolve, random() * 5));
        }
      };
      // Two or three of each journal, some through one sink and some through another.
      const senders = sent.flatMap((journal) =>
        sinks.filter((_, i) => i < 2 || random() < 0.5).map((sink) => send(journal, sink)),
      );
      await Promise.all(senders);
      const bad = sent.flatMap(({ lines }) => lines.filter(({ record }) => record === undefined));
      expect(skipped).toBe(bad.length);
      compare();
    }, 60_000);
  });
}
