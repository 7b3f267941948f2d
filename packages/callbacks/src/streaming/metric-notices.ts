import { printWarning } from "../host/print-warning.ts";
import { listWords } from "../text/list-words.ts";

/** The predicates for one metric and for several. */
const sentences = {
  isNaN: ["is NaN", "are NaN"],
  willBeNaN: ["will be NaN", "will be NaN"],
  remark: ["", ""],
} as const;

export type NoticeKind = keyof typeof sentences;

/** The reason for a metric that does not know one. */
const UNKNOWN = "its result() was NaN, though no label or prediction was";

interface NoticedValue {
  readonly value: number;
  readonly nanReason: string | undefined;
  readonly remarks: readonly string[] | undefined;
}

const known = new WeakMap<object, MetricNotices>();

/** The notices about a model's metrics: each once, in one line for all metrics that it is about. */
export class MetricNotices {
  /** The keys for which each notice was printed. */
  readonly #told = new Map<string, Set<string>>();
  readonly #pending = new Map<string, { kind: NoticeKind; text: string; keys: string[] }>();

  /** The notices of this model, through all its fits. */
  static of(model: object): MetricNotices {
    const notices = known.get(model) ?? new MetricNotices();
    known.set(model, notices);
    return notices;
  }

  /** Adds a notice about the metric with this key, unless it was printed for it before. */
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

  /** Adds the notices about a value. */
  addValue(key: string, { value, nanReason, remarks }: NoticedValue): void {
    if (Number.isNaN(value)) this.add("isNaN", key, nanReason ?? UNKNOWN);
    else for (const remark of remarks ?? []) this.add("remark", key, remark);
  }

  /** Prints the notices added since the last call. */
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
