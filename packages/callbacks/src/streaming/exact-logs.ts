import { Callback, type LayersModel, Tensor } from "@tensorflow/tfjs";
import { ModelStreams } from "./model-streams.ts";
import type { Pass } from "./pass.ts";

type Logs = Record<string, unknown>;

/**
 * Puts the values over the whole pass in place of TensorFlow.js' averages of batches.
 *
 * Registered once for every `fit()` of the program; runs before all other callbacks, so that each of them, progress bars
 * included, sees the exact values.
 */
export class ExactLogs extends Callback {
  #streams: ModelStreams | undefined;
  #pass: Pass | undefined;

  override setModel(model: LayersModel): void {
    super.setModel(model);
    this.#streams = ModelStreams.of(model);
    // fit() has made its train function a moment ago, in this same turn: its pass is this fit's.
    this.#pass = this.#streams?.training;
    if (this.#pass !== undefined) {
      this.#pass.accumulates = true;
    }
  }

  override async onBatchEnd(_batch: number, logs: Logs = {}): Promise<void> {
    const pass = this.#pass;
    pass?.bound.forEach(({ label }, i) => {
      dispose(logs[label]);
      const replace = (value: unknown) =>
        Object.defineProperty(logs, label, {
          value,
          configurable: true,
          enumerable: true,
          writable: true,
        });
      Object.defineProperty(logs, label, {
        configurable: true,
        enumerable: true,
        get: () => {
          const value = pass.running(i);
          replace(value);
          return value;
        },
        set: replace,
      });
    });
  }

  override async onEpochEnd(_epoch: number, logs: Logs = {}): Promise<void> {
    const pass = this.#pass;
    if (pass === undefined) {
      return;
    }
    const values = pass.finish();
    pass.bound.forEach(({ label }, i) => {
      // Absent after an epoch without a batch.
      if (label in logs) {
        dispose(logs[label]);
        logs[label] = values[i];
      }
    });
    this.#exactValidation(logs);
  }

  #exactValidation(logs: Logs): void {
    const found = Object.values(logs)
      .map((value) => this.#streams?.exactValues(value))
      .find((exact) => exact !== undefined);
    if (found === undefined) {
      return;
    }
    // fitDataset() writes metrics of one name over each other: their keys are numbered as in training.
    for (const { label, plainLabel } of found.bound) {
      if (label !== plainLabel) {
        delete logs[`val_${plainLabel}`];
      }
    }
    found.bound.forEach(({ label }, i) => {
      logs[`val_${label}`] = found.values[i];
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
