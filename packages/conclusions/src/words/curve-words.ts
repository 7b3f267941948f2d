import { formatCount } from "../format/format-count.ts";
import { formatValue } from "../format/format-value.ts";

/** A curve in a few numbers. */
export interface CurveFacts {
  readonly name: string;
  /** What it is a curve of: of single values; of means of neighbouring ones, of which there are too many to draw; or of means of runs. @default "values" */
  readonly of?: "values" | "means" | "runs" | undefined;
  /** Its first and its last finite value. */
  readonly first: number;
  readonly last: number;
  /** Of all values: where it is a curve of means of neighbouring ones, not of these means. */
  readonly lowest: PlacedValue;
  readonly highest: PlacedValue;
  /** Which way is better. @default unknown */
  readonly direction?: "max" | "min" | undefined;
  /** Where it was not finite. @default nowhere */
  readonly broken?: BrokenPlaces | undefined;
}

interface PlacedValue {
  readonly value: number;
  /** In words: "epoch 12". */
  readonly place: string;
  /** Whether it lies only near that place. @default false */
  readonly isNear?: boolean;
}

interface BrokenPlaces {
  /** The first one, in words. */
  readonly place: string;
  readonly count: number;
  /** Whether nothing finite came after it. */
  readonly isLasting: boolean;
}

/** A change below this part of all that a curve goes through is none. */
const NOTHING = 0.02;

/**
 * A curve for those who do not see it: how it goes, and its best.
 *
 * @example
 * "wide falls from 0.7012 to 0.2513, best 0.2301 at epoch 22"
 * "raw falls in the mean from 0.8012 to 0.2713, best 0.1009 near epoch 3.2"
 */
export function curveWords({ name, first, last, lowest, highest, ...more }: CurveFacts): string {
  const { direction, broken, of = "values" } = more;
  const range = highest.value - lowest.value;
  const change = last - first;
  const isFlat = range === 0 || Math.abs(change) <= NOTHING * range;
  const verb = change > 0 ? "rises" : "falls";
  const mean = of === "values" ? "" : " in the mean";
  const trend = isFlat
    ? `stays near ${formatValue(last)}${mean}`
    : `${verb}${mean} from ${formatValue(first)} to ${formatValue(last)}`;
  const best = direction === "max" ? highest : lowest;
  const extreme =
    direction === undefined
      ? `between ${placed(lowest)} and ${placed(highest)}`
      : `best ${of === "runs" ? "mean " : ""}${placed(best)}`;
  return `${name} ${trend}, ${extreme}${broken === undefined ? "" : `, ${brokenWords(broken)}`}`;
}

const placed = ({ value, place, isNear = false }: PlacedValue) =>
  `${formatValue(value)} ${isNear ? "near" : "at"} ${place}`;

function brokenWords({ place, count, isLasting }: BrokenPlaces): string {
  if (isLasting) return `not finite from ${place} on`;
  return count === 1
    ? `not finite at ${place}`
    : `not finite ${formatCount(count)} times, first at ${place}`;
}
