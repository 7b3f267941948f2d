import { printWarning } from "../host/print-warning.ts";
import { listWords } from "../text/list-words.ts";

/** How a thing is said of one metric, and of several. */
const sentences = {
  isNaN: ["is NaN", "are NaN"],
  willBeNaN: ["will be NaN", "will be NaN"],
  remark: ["", ""],
} as const;

export type NoticeKind = keyof typeof sentences;

/** Of a metric that does not know it. */
const UNKNOWN = "its result() gave NaN, though no label and no prediction was";

interface NoticedValue {
  readonly value: number;
  readonly nanReason: string | undefined;
  readonly remarks: readonly string[] | undefined;
}

const known = new WeakMap<object, MetricNotices>();

/** What is to be said of the metrics of a model: each thing once, in one line for all metrics it is true of. */
export class MetricNotices {
  /** Of which keys a thing was said. */
  readonly #told = new Map<string, Set<string>>();
  readonly #pending = new Map<string, { kind: NoticeKind; text: string; keys: string[] }>();

  /** Those of this model, through all its fits. */
  static of(model: object): MetricNotices {
    const notices = known.get(model) ?? new MetricNotices();
    known.set(model, notices);
    return notices;
  }

  /** Notes a thing of the metric with this key, unless it was said of it before. */
  add(kind: NoticeKind, key: string, text: string): void {
    const told = this.#told.get(text) ?? new Set();
    this.#told.set(text, told);
    if (told.has(key)) return;
    told.add(key);
    const id = `${kind} ${text}`;
    const notice = this.#pending.get(id) ?? { kind, text, keys: [] };
    this.#pending.set(id, notice);
    notice.keys.push(key);
  }

  /** Notes what is to be said of a value. */
  addValue(key: string, { value, nanReason, remarks }: NoticedValue): void {
    if (Number.isNaN(value)) this.add("isNaN", key, nanReason ?? UNKNOWN);
    else for (const remark of remarks ?? []) this.add("remark", key, remark);
  }

  /** Says what has been noted. */
  flush(): void {
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { kind, text, keys } of pending) {
      const [one, several] = sentences[kind];
      const subject = `${keys.length > 1 ? "Metrics" : "Metric"} ${listWords(keys)}`;
      const predicate = keys.length > 1 ? several : one;
      printWarning(`${subject}${predicate && ` ${predicate}`}: ${text}`);
    }
  }
}
