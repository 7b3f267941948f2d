import type { RunCard } from "@epochal/record";
import type { Problems } from "../problems.ts";

/** The cards that still wait for git. A card that came after the end would begin a journal that nobody folds. */
export class LateCards {
  readonly #problems: Problems;
  readonly #awaited = new Set<Promise<RunCard>>();
  #isOver = false;

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  /** @returns the card, or after the end an empty one */
  add(soon: Promise<RunCard>): Promise<RunCard> {
    const card = soon.then((card) => (this.#isOver ? {} : card));
    this.#awaited.add(card);
    const forget = () => this.#awaited.delete(card);
    card.then(forget, forget);
    return card;
  }

  /** Waits for them, but not longer than `waitMs`, and reports where git was slower. */
  async end(waitMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const enough = new Promise((resolve) => {
      timer = setTimeout(resolve, waitMs);
    });
    await Promise.race([Promise.allSettled(this.#awaited), enough]);
    clearTimeout(timer);
    // Runs that wait for the same card have written it down by now.
    await new Promise((resolve) => setImmediate(resolve));
    this.#isOver = true;
    if (this.#awaited.size === 0) return;
    const seconds = waitMs / 1000;
    this.#problems.report(
      "late card",
      `git did not answer within ${seconds} s. The run's card lacks commit, branch and changes.`,
    );
  }
}
