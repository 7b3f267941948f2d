import { History } from "@epochal/callbacks";
import type { RecordOptions, Store } from "@epochal/store";
import * as tf from "@tensorflow/tfjs";
import { percentile, report } from "./report.ts";
import { threadMs } from "./thread-ms.ts";

export interface PartsArgs {
  readonly store: Store;
  readonly x: tf.Tensor;
  readonly y: tf.Tensor;
  readonly batchSize: number;
  readonly rounds: number;
  readonly model: () => tf.Sequential;
}

interface Case {
  readonly ms: Float64Array;
  /** What the runs say that tracking took, in milliseconds an epoch. */
  readonly reported: number[];
}

const perEpoch = ["timing", "memory", "cost", "nonFinite"] as const;
/** Short epochs: what comes once an epoch would be lost in long ones. */
const EPOCHS = 100;

/** What the parts that a run records on its own cost an epoch, beside the same fit without a run, and what the run says. */
export async function measureParts(args: PartsArgs): Promise<void> {
  const { store, x, y, batchSize, rounds, model } = args;
  const wanted: Record<string, RecordOptions | undefined> = {
    "History without a run": undefined,
    "a run, nothing on its own": false,
    "a run, all parts": true,
    ...Object.fromEntries(perEpoch.map((part) => [`without ${part}`, { [part]: false }])),
  };
  const cases = Object.keys(wanted).map(
    (): Case => ({ ms: new Float64Array(rounds), reported: [] }),
  );
  for (let round = -1; round < rounds; round++) {
    for (const [n, record] of Object.values(wanted).entries()) {
      const run =
        record === undefined ? undefined : await store.startRun({ project: "parts", record });
      const trained = model();
      const times: number[] = [];
      // Measured from outside: what comes after the last callback belongs to the epoch, too. By the processor's time of this
      // thread: what other programs and the folding thread do meanwhile is not the training's.
      const look = async () => void times.push(threadMs());
      const clock = new tf.CustomCallback({ onEpochBegin: look, onTrainEnd: look });
      await trained.fit(x, y, {
        epochs: EPOCHS,
        batchSize,
        verbose: 0,
        callbacks: [new History(run === undefined ? {} : { run }), clock],
      });
      trained.dispose();
      const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
      const one = cases[n];
      await run?.finish();
      if (one === undefined || round < 0) continue;
      one.ms[round] = percentile(Float64Array.from(gaps), 0.5);
      if (run === undefined) continue;
      const { series } = await store.getRun(run.id);
      if (series.some(({ key }) => key === "tracking_ms")) {
        const { value } = await store.readSeries({ run: run.id, key: "tracking_ms" });
        one.reported.push(...value);
      }
    }
  }
  const names = Object.keys(wanted);
  const medians = cases.map(({ ms }) => percentile(ms, 0.5));
  report(
    "ms of this thread an epoch",
    names.map((name, i) => [name, medians[i] ?? 0]),
  );
  const measured = (medians[2] ?? 0) - (medians[0] ?? 0);
  const told = percentile(Float64Array.from(cases[2]?.reported ?? []), 0.5);
  console.log(
    `all parts: ${measured.toFixed(2)} ms an epoch measured, ${told.toFixed(2)} ms by the run's own word (${((told / (medians[2] ?? 1)) * 100).toFixed(2)} % of it): ratio ${(told / measured).toFixed(2)}`,
  );
}
