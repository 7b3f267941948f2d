import { type LayersModel, Tensor } from "@tensorflow/tfjs";
import { LoopCallback } from "../layers-model/loop-callback.ts";
import { LazyLogs } from "./lazy-logs.ts";
import { MetricNotices } from "./metric-notices.ts";
import { ModelStreams } from "./model-streams.ts";
import type { Pass, PassValue } from "./pass.ts";

type Logs = Record<string, unknown>;

/**
 * Puts the values over the whole pass in place of TensorFlow.js' averages of batches.
 *
 * Registered once for every `fit()` of the program; runs before all other callbacks, so that each of them, progress bars
 * included, sees the exact values.
 */
export class ExactLogs extends LoopCallback {
  #streams: ModelStreams | undefined;
  #pass: Pass | undefined;
  #notices: MetricNotices = new MetricNotices();

  override setModel(model: LayersModel): void {
    super.setModel(model);
    this.#streams = ModelStreams.of(model);
    this.#notices = MetricNotices.of(model);
    // fit() has just made its train function, in this same turn, so the newest pass is that of this fit.
    this.#pass = this.#streams?.training;
    const [streams, pass] = [this.#streams, this.#pass];
    if (streams === undefined || pass === undefined) return;
    pass.accumulates = true;
    streams.lazyLogs = new LazyLogs(
      pass.bound.map(({ label }) => label),
      (i) => pass.running(i),
    );
  }

  override async onBatchEnd(batch: number, logs: Logs = {}): Promise<void> {
    const [streams, pass] = [this.#streams, this.#pass];
    if (streams === undefined || pass === undefined) return;
    const reading = streams.reading(batch);
    if (pass.isBehind(reading === "nothing")) await pass.settle();
    for (const { label } of pass.bound) dispose(logs[label]);
    if (reading === "all") {
      pass.bound.forEach(({ label }, i) => {
        logs[label] = pass.running(i);
      });
    } else streams.lazyLogs?.put(logs);
  }

  override async onEpochEnd(_epoch: number, logs: Logs = {}): Promise<void> {
    const pass = this.#pass;
    if (pass === undefined) {
      return;
    }
    await pass.settle();
    const values = pass.finish();
    pass.bound.forEach(({ label }, i) => {
      // Absent after an epoch without a batch.
      if (label in logs) {
        dispose(logs[label]);
        this.#put(logs, label, values[i]);
      }
    });
    this.#exactValidation(logs);
    this.#notices.flush();
  }

  #put(logs: Logs, label: string, found: PassValue | undefined, prefix = ""): void {
    if (found === undefined) {
      return;
    }
    const key = prefix + label;
    logs[key] = found.value;
    if (found.interval !== undefined) this.#streams?.intervals.set(key, found.interval);
    for (const [part, value] of Object.entries(found.parts)) {
      logs[prefix + part] = value;
    }
    this.#notices.addValue(key, found);
  }

  #exactValidation(logs: Logs): void {
    const found = Object.values(logs)
      .map((value) => this.#streams?.exactValues(value))
      .find((exact) => exact !== undefined);
    if (found === undefined) {
      return;
    }
    found.bound.forEach(({ label }, i) => {
      this.#put(logs, label, found.values[i], "val_");
    });
    for (const scalar of found.scalars) {
      dispose(scalar);
    }
  }
}

function dispose(value: unknown): void {
  if (value instanceof Tensor && !value.isDisposed) {
    value.dispose();
  }
}
