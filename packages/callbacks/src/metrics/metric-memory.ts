import type { Accumulator } from "../state/accumulator.ts";
import { Variable } from "../state/variable.ts";
import { describeReceived } from "../text/describe-received.ts";
import type { MetricArgs } from "./metric.ts";
import type { MetricState } from "./metric-state.ts";
import { sameOptions } from "./same-options.ts";

/** What a metric was made with, and all it remembers. */
export class MetricMemory {
  readonly args: MetricArgs;
  /** The default name of the metric's class: unlike the class' name, no bundler changes it. */
  readonly kind: string;
  readonly parts: Accumulator[] = [];
  readonly nan: Variable = new Variable(1);

  constructor(args: MetricArgs, kind: string) {
    this.args = args;
    this.kind = kind;
  }

  reset(owner: string): void {
    this.#needParts(owner, "resetState()");
    for (const part of this.#all()) part.reset();
  }

  merge(owner: string, other: MetricMemory): void {
    this.#needParts(owner, "merge()");
    if (!sameOptions(this.args, other.args)) {
      throw new TypeError(`${owner}: merge() takes a metric of the same options`);
    }
    for (const [i, part] of this.#all().entries()) {
      const counterpart = other.#all()[i];
      if (counterpart !== undefined) part.merge(counterpart);
    }
  }

  getState(owner: string): MetricState {
    this.#needParts(owner, "getState()");
    return { metric: this.kind, parts: this.#all().map((part) => part.getState()) };
  }

  setState(owner: string, state: MetricState): void {
    this.#needParts(owner, "setState()");
    const { metric, parts } = Object(state) as Partial<MetricState>;
    const all = this.#all();
    if (metric !== this.kind || !Array.isArray(parts) || parts.length !== all.length) {
      throw new TypeError(
        `${owner}: setState() takes what getState() of ${this.kind} gave. Received: ` +
          (metric === undefined ? describeReceived(state) : `the state of ${String(metric)}`),
      );
    }
    const before = all.map((part) => part.getState());
    try {
      for (const [i, part] of all.entries()) part.setState(parts[i]);
    } catch (error) {
      for (const [i, part] of all.entries()) part.setState(before[i]);
      throw error;
    }
  }

  #all(): readonly Accumulator[] {
    return [this.nan, ...this.parts];
  }

  #needParts(owner: string, method: string): void {
    if (this.parts.length > 0) return;
    throw new TypeError(
      `${owner}: ${method} needs state kept by addVariable(); override it where the state is in fields of your own`,
    );
  }
}
