import { epochWords, formatDuration, formatValue } from "@epochal/conclusions";
import type { Plan } from "./plan.ts";

/** Says how far the training is: one line that is rewritten on a terminal, else one line for each finished run. */
export class Progress {
  readonly #runs: number;
  readonly #terminal: boolean;
  readonly #startedAt = performance.now();
  #run = 0;

  constructor(runs: number) {
    this.#runs = runs;
    this.#terminal = process.stdout.isTTY === true;
  }

  #rewrite(text: string): void {
    process.stdout.write(`\r\x1b[2K${text}`);
  }

  start(): void {
    this.#run += 1;
  }

  epoch(plan: Plan, epoch: number, valAuc: number): void {
    if (!this.#terminal) return;
    this.#rewrite(
      `run ${this.#run}/${this.#runs}  ${plan.name}  ${epochWords(epoch)}  val_auc ${formatValue(valAuc)}`,
    );
  }

  end(plan: Plan): void {
    if (!this.#terminal) console.log(`run ${this.#run}/${this.#runs}  ${plan.name}`);
  }

  finish(): void {
    const took = formatDuration(performance.now() - this.#startedAt);
    if (this.#terminal) this.#rewrite("");
    console.log(`Trained ${this.#runs} models in ${took}.`);
  }
}
