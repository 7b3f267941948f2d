import type { EpochCurve, SeriesSummary, SeriesValue } from "@epochal/conclusions";
import type { SeriesDescription } from "@epochal/record";
import type { ChartSeries } from "../lines/chart-series.ts";
import { type KeptPoint, KeptPoints } from "./kept-points.ts";

/** Of so many epochs the last value is known: those of the weights that may be put back. */
const MOST_EPOCHS = 10_000;

type Extremes = { -readonly [name in "first" | "last" | "highest" | "lowest"]?: SeriesValue };

/** One series of a run in memory: what is drawn of it, and its summary as the store would have it. */
export class KeptSeries {
  readonly key: string;
  description: SeriesDescription;
  readonly #points = new KeptPoints();
  readonly #extremes: Extremes = {};
  /** The last value of each epoch; of a value without an epoch, by its step. */
  readonly #ends = new Map<number, SeriesValue>();
  #count = 0;
  #nonFinite = 0;
  #firstNonFinite: SeriesValue | undefined;

  constructor(key: string, description: SeriesDescription) {
    this.key = key;
    this.description = description;
  }

  add(point: KeptPoint): void {
    this.#points.add(point);
    this.#count++;
    const { step, epoch, value } = point;
    const told: SeriesValue = { value, step, ...(!Number.isNaN(epoch) && { epoch }) };
    const { first, highest, lowest } = this.#extremes;
    this.#see(Number.isNaN(epoch) ? step : Math.floor(epoch), told);
    this.#extremes.first = first ?? told;
    this.#extremes.last = told;
    if (!Number.isFinite(value)) {
      this.#nonFinite++;
      this.#firstNonFinite ??= told;
      return;
    }
    if (highest === undefined || value > highest.value) this.#extremes.highest = told;
    if (lowest === undefined || value < lowest.value) this.#extremes.lowest = told;
  }

  columns(): ChartSeries {
    return this.#points.columns();
  }

  /** The finite values, one for each epoch. */
  curve(): EpochCurve {
    const { step, epoch, value } = this.columns();
    return {
      epochs: Array.from(epoch, (at, i) => (Number.isNaN(at) ? (step[i] ?? i) : at)),
      values: [...value],
    };
  }

  /** @param restoredEpoch the epoch whose weights were put back, where any were */
  summary(restoredEpoch: number | undefined): SeriesSummary {
    const { first, last, highest, lowest } = this.#extremes;
    const { direction } = this.description;
    const best = direction === "max" ? highest : direction === "min" ? lowest : undefined;
    const kept = restoredEpoch === undefined ? last : this.#keptAt(restoredEpoch);
    return {
      ...this.description,
      key: this.key,
      count: this.#count,
      nonFinite: this.#nonFinite,
      ...(first && { first }),
      ...(last && { last }),
      ...(best && { best }),
      ...(kept && { kept }),
      ...(lowest && { min: lowest.value }),
      ...(highest && { max: highest.value }),
      ...(this.#firstNonFinite && { firstNonFinite: this.#firstNonFinite }),
    };
  }

  #see(epoch: number, told: SeriesValue): void {
    if ((this.#ends.get(epoch)?.step ?? -1) > told.step) return;
    this.#ends.set(epoch, told);
    if (this.#ends.size <= MOST_EPOCHS) return;
    const [oldest = epoch] = this.#ends.keys();
    this.#ends.delete(oldest);
  }

  #keptAt(epoch: number): SeriesValue | undefined {
    const told = this.#ends.get(epoch);
    // A batch without an epoch belongs to none.
    return told?.epoch === undefined && this.description.per === "batch" ? undefined : told;
  }
}
