import {
  bestRunWords,
  conclude,
  epochWords,
  plannedEpochs,
  primaryMetric,
  type RecordedEvent,
  type RunConclusions,
  type RunState,
  type SeriesSummary,
  stopWords,
} from "@epochal/conclusions";
import { describeKey, type RunEvent, type SeriesDescription } from "@epochal/record";
import { KeptSeries } from "./kept-series.ts";

/** Events that a page would keep without end, and which no curve shows. */
const leftOut: ReadonlySet<string> = new Set(["histogram", "graph", "card"]);
/** Of more events than this, the oldest in the middle go. */
const MOST_EVENTS = 2000;

/** Where values belong, and when they were logged, in epoch milliseconds. */
interface Place {
  readonly at: number;
  readonly step: number;
  readonly epoch: number | undefined;
}

/** What is said above the charts. */
export interface RunWords {
  /** How far it is: "Epoch 7 of 12". Empty before its first value. */
  readonly progress: string;
  /** What was best, and where. */
  readonly headline: string;
  /** What its curves show, and why it stopped. */
  readonly remarks: readonly string[];
}

/** A run that is kept in memory alone, in room that does not grow with it. */
export class KeptRun {
  readonly #series = new Map<string, KeptSeries>();
  readonly #described = new Map<string, SeriesDescription>();
  readonly #events: RecordedEvent[] = [];
  readonly startedAt: number = Date.now();

  values(values: readonly (readonly [string, number])[], { at, step, epoch }: Place): void {
    for (const [key, value] of values)
      this.#of(key).add({ step, epoch: epoch ?? Number.NaN, wallTime: at, value });
  }

  describe(series: Readonly<Record<string, SeriesDescription>>): void {
    for (const [key, description] of Object.entries(series)) {
      this.#described.set(key, description);
      const known = this.#series.get(key);
      if (known) known.description = description;
    }
  }

  event(at: number, event: RunEvent): void {
    if (leftOut.has(event.type)) return;
    this.#events.push({ at: new Date(at), event });
    if (this.#events.length > MOST_EVENTS) this.#events.splice(MOST_EVENTS / 2, 1);
  }

  get events(): readonly RecordedEvent[] {
    return this.#events;
  }

  /** By their keys. */
  get series(): readonly KeptSeries[] {
    return [...this.#series.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  get(key: string): KeptSeries | undefined {
    return this.#series.get(key);
  }

  summaries(): readonly SeriesSummary[] {
    const restored = this.#last("weights_restored")?.epoch;
    return this.series.map((series) => series.summary(restored));
  }

  conclude(summaries: readonly SeriesSummary[] = this.summaries()): RunConclusions {
    const curves = this.series.filter(({ description }) => description.per === "epoch");
    return conclude({
      series: summaries,
      events: this.#events.map(({ event }) => event),
      curves: new Map(curves.map((series) => [series.key, series.curve()])),
    });
  }

  /** What can be said of it now. */
  words(): RunWords {
    const series = this.summaries();
    if (series.length === 0) return { progress: "", headline: "No value yet.", remarks: [] };
    const conclusions = this.conclude(series);
    const state: RunState = conclusions.stopped
      ? "stopped_early"
      : this.#isDone()
        ? "finished"
        : "running";
    const run = { id: "run", name: "run", status: { state }, startedAt: 0, series, conclusions };
    const { headline, remarks } = bestRunWords([run], primaryMetric([run]), new Map());
    const { verdict, stopped } = conclusions;
    return {
      progress: this.#progress(),
      headline,
      remarks: [
        ...remarks,
        ...(verdict ? [sentence(`${verdict.words}: ${verdict.evidence}`)] : []),
        ...(stopped ? [sentence(`stopped early: ${stopWords(stopped)}`)] : []),
      ],
    };
  }

  #of(key: string): KeptSeries {
    let series = this.#series.get(key);
    if (series === undefined) {
      series = new KeptSeries(key, this.#described.get(key) ?? describeKey(key));
      this.#series.set(key, series);
    }
    return series;
  }

  #progress(): string {
    const epoch = this.#epoch();
    return epoch === undefined ? "" : capital(epochWords(epoch, this.#planned()));
  }

  /** The last epoch that a value was logged for, counted from 0. */
  #epoch(): number | undefined {
    const epochs = this.summaries().flatMap(({ per, last }) =>
      per === "epoch" && last !== undefined ? [last.epoch ?? last.step] : [],
    );
    return epochs.length === 0 ? undefined : Math.max(...epochs);
  }

  #planned(): number | undefined {
    const fit = this.#last("fit");
    return fit && plannedEpochs(fit);
  }

  #isDone(): boolean {
    const [epoch, planned] = [this.#epoch(), this.#planned()];
    return epoch !== undefined && planned !== undefined && epoch + 1 >= planned;
  }

  #last<Type extends RunEvent["type"]>(type: Type) {
    const found = this.#events.findLast(({ event }) => event.type === type);
    return found?.event as Extract<RunEvent, { readonly type: Type }> | undefined;
  }
}

/** Begins large and ends with a full stop. */
const sentence = (words: string) => `${capital(words.replace(/\.$/, ""))}.`;

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
