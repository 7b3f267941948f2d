import { type JournalRecord, toJsonNumber } from "@epochal/record";
import { noise } from "@epochal/testing/random";
import { thisProcess } from "../src/lease/this-process.ts";

type Random = () => number;

/** A value as the test remembers it; `at` is the time the run had been trained for. */
export interface Logged {
  readonly step: number;
  /** Of a value without one its step: that is what it counts by. */
  readonly epoch: number;
  readonly hasEpoch: boolean;
  readonly at: number;
  readonly value: number;
  readonly segment: number;
}

export interface ModelRun {
  readonly id: string;
  readonly units: unknown;
  readonly tags: readonly string[];
  points: Logged[];
}

interface Kind {
  readonly values: (random: Random, step: number) => number;
  readonly odd: number;
}

const kinds: readonly Kind[] = [
  { values: (random, step) => Math.exp(-step / 9) + noise(random, 0.1), odd: 0.05 },
  { values: (random) => 1e8 + noise(random, 1e-3), odd: 0 },
  // Many ties, and many that are not finite.
  { values: (random) => Math.floor(random() * 3), odd: 0.4 },
];

/** Writes runs as processes do that log, die, and are resumed before or behind where they were. */
export function writeRuns(
  project: string,
  random: Random,
  tell: (records: JournalRecord[]) => void,
): ModelRun[] {
  const upTo = (n: number) => Math.floor(random() * n);
  const kind = kinds[upTo(kinds.length)] as Kind;
  const perEpoch = upTo(3) === 0 ? 1 + upTo(5) : 1;
  const hasEpochs = random() < 0.8;
  return Array.from({ length: 1 + upTo(9) }, (_, r) => {
    const run: ModelRun = {
      id: `${project} ${r}`,
      units: [8, 16, "8", undefined][upTo(4)],
      tags: ["a", "b"].filter(() => random() < 0.4),
      points: [],
    };
    const config = { seed: r, ...(run.units !== undefined && { model: { units: run.units } }) };
    let clock = upTo(1_000_000);
    let begun = clock;
    let before = 0;
    const writer = thisProcess();
    tell([
      {
        type: "run",
        run: run.id,
        at: clock,
        project,
        config,
        tags: run.tags,
        notes: "",
        writer,
      },
    ]);
    let next = upTo(3);
    for (let segment = 0; segment < 1 + upTo(3); segment++) {
      if (segment > 0) {
        before += clock - begun;
        begun = clock += upTo(100_000);
        tell([{ type: "resume", run: run.id, at: clock, segment, writer }]);
        next = Math.max(0, next - upTo(12));
        run.points = run.points.filter(({ step }) => step < next);
      }
      const lines: JournalRecord[] = [];
      const log = (step: number) => {
        clock += upTo(4) === 0 ? 0 : upTo(500);
        const odd = [Number.NaN, Infinity, -Infinity][upTo(3)] ?? 0;
        const value = random() < kind.odd ? odd : kind.values(random, step);
        const epoch = Math.floor(step / perEpoch);
        const at = before + clock - begun;
        run.points = run.points.filter((point) => point.step !== step);
        run.points.push({
          step,
          epoch: hasEpochs ? epoch : step,
          hasEpoch: hasEpochs,
          at,
          value,
          segment,
        });
        lines.push({
          ...{ type: "values", run: run.id, at: clock, step, ...(hasEpochs && { epoch }) },
          ...{ values: { loss: toJsonNumber(value) }, ...(segment > 0 && { segment }) },
        });
      };
      const first = next;
      for (let i = 0; i < 1 + upTo(30); i++) {
        log(next);
        next += upTo(5) === 0 ? 2 : 1;
        // Late, but never before the segment began: that would begin it anew.
        if (upTo(8) === 0) log(first + upTo(next - first));
      }
      tell(lines);
      if (random() < 0.5) {
        clock += upTo(300);
        tell([
          {
            type: "end",
            run: run.id,
            at: clock,
            state: "finished",
            ...(segment > 0 && { segment }),
          },
        ]);
      }
    }
    run.points.sort((a, b) => a.step - b.step);
    return run;
  });
}
