import type { MetricState } from "../any-metric/metric-state.ts";
import type { Accumulator } from "../state/accumulator.ts";
import { Variable } from "../state/variable.ts";
import { describeReceived } from "../text/describe-received.ts";
import { listWords } from "../text/list-words.ts";
import type { MetricArgs } from "./metric.ts";

const inputWords: Readonly<Record<string, string>> = {
  yTrue: "labels",
  yPred: "predictions",
  values: "values",
  sampleWeight: "sample weights",
};

/** What a metric was made with, and all it remembers. */
export class MetricMemory {
  readonly args: MetricArgs;
  /** The default name of the metric's class. Unlike the class' own name, bundlers do not change it. */
  readonly kind: string;
  readonly parts: Accumulator[] = [];
  readonly nan: Variable = new Variable(1);
  /** Which inputs held the NaN. */
  readonly nanInputs: Set<string> = new Set();
  /** Remarks on the values seen. */
  readonly remarks: Set<string> = new Set();

  constructor(args: MetricArgs, kind: string) {
    this.args = args;
    this.kind = kind;
  }

  reset(owner: string): void {
    this.#needParts(owner, "resetState()");
    for (const part of this.#all()) part.reset();
    this.nanInputs.clear();
    this.remarks.clear();
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
    for (const input of other.nanInputs) this.nanInputs.add(input);
    for (const remark of other.remarks) this.remarks.add(remark);
  }

  /** Notes that an input of `updateState()` held NaN. */
  addNaN(argument: string, count: number): void {
    this.nan.add(count);
    this.nanInputs.add(argument);
  }

  /** Which inputs made the result NaN, in words; undefined where none did. */
  nanReason(): string | undefined {
    if (this.nan.value === 0) return undefined;
    const known = Object.entries(inputWords).filter(([argument]) => this.nanInputs.has(argument));
    const words =
      known.length === 0 ? ["labels, predictions or weights"] : known.map(([, word]) => word);
    return `${listWords(words)} are NaN`;
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

/** Whether two options objects configure the same metric, whatever its name: equal by value, functions by identity. */
function sameOptions(a: object, b: object): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  keys.delete("name");
  return [...keys].every((key) => {
    const [left, right]: unknown[] = [Reflect.get(a, key), Reflect.get(b, key)];
    return Object.is(left, right) || (isData(left) && textOf(left) === textOf(right));
  });
}

function isData(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    ArrayBuffer.isView(part) ? Array.from(part as Float64Array) : part,
  );
}
