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
      `run ${this.#run}/${this.#runs}  ${plan.name}  epoch ${epoch}  val_auc ${valAuc.toFixed(4)}`,
    );
  }

  end(plan: Plan): void {
    if (!this.#terminal) console.log(`run ${this.#run}/${this.#runs}  ${plan.name}`);
  }

  finish(): void {
    const seconds = ((performance.now() - this.#startedAt) / 1000).toFixed(0);
    if (this.#terminal) this.#rewrite("");
    console.log(`Trained ${this.#runs} models in ${seconds} s.`);
  }
}
