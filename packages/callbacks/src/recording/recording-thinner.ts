import { util } from "@tensorflow/tfjs";
import { meterOf } from "./cost-meter.ts";

/** The share of a training's time that recording may take. */
const budget = 0.01;
/** How many batches one measurement covers: fewer say little. */
const batches = 250;

/** Watches what recording batches into a run costs. */
export class RecordingThinner {
  readonly #run: object;
  #start = 0;
  #msBefore = 0;
  #seen = 0;

  constructor(run: object) {
    this.#run = run;
  }

  begin(): void {
    this.#start = util.now();
    this.#msBefore = this.#spent();
    this.#seen = 0;
  }

  /** Called after each batch. @returns the share of the time that recording took of late, where that was too much */
  tooMuch(): number | undefined {
    this.#seen++;
    if (this.#seen < batches) return undefined;
    const elapsed = util.now() - this.#start;
    const share = (this.#spent() - this.#msBefore) / elapsed;
    this.begin();
    return share > budget ? share : undefined;
  }

  #spent(): number {
    return meterOf(this.#run)?.ms ?? 0;
  }
}
