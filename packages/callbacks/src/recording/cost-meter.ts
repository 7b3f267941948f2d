import { util } from "@tensorflow/tfjs";

/** The time that recording into a run has cost the training, in milliseconds. Nested measurements count once. */
export class CostMeter {
  ms = 0;
  #depth = 0;

  /** Starts the clock. @returns a function that stops it */
  begin(): () => void {
    if (this.#depth++ > 0) return () => void this.#depth--;
    const start = util.now();
    return () => {
      this.#depth--;
      this.ms += util.now() - start;
    };
  }
}

const meters = new WeakMap<object, CostMeter>();

/** The meter of a run, while a training that records into it is observed. */
export function meterOf(run: object): CostMeter | undefined {
  return meters.get(run);
}

/** A new meter for a run. */
export function newMeter(run: object): CostMeter {
  const meter = new CostMeter();
  meters.set(run, meter);
  return meter;
}
