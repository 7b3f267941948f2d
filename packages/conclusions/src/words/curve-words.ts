import { formatValue } from "../format/format-value.ts";

/** A curve in a few numbers. */
export interface CurveFacts {
  readonly name: string;
  /** Its first and its last finite value. */
  readonly first: number;
  readonly last: number;
  readonly lowest: PlacedValue;
  readonly highest: PlacedValue;
  /** Which way is better. @default unknown */
  readonly direction?: "max" | "min" | undefined;
  /** Where it first was not finite: "epoch 7". @default nowhere */
  readonly brokenAt?: string | undefined;
}

interface PlacedValue {
  readonly value: number;
  /** In words: "epoch 12". */
  readonly place: string;
}

/** A change below this part of all that a curve goes through is none. */
const NOTHING = 0.02;

/**
 * A curve for those who do not see it: how it goes, and its best.
 *
 * @example
 * "wide falls from 0.7012 to 0.2513, best 0.2301 at epoch 22"
 */
export function curveWords({ name, first, last, lowest, highest, ...more }: CurveFacts): string {
  const { direction, brokenAt } = more;
  const range = highest.value - lowest.value;
  const change = last - first;
  const isFlat = range === 0 || Math.abs(change) <= NOTHING * range;
  const verb = change > 0 ? "rises" : "falls";
  const trend = isFlat
    ? `stays near ${formatValue(last)}`
    : `${verb} from ${formatValue(first)} to ${formatValue(last)}`;
  const best = direction === "max" ? highest : lowest;
  const extreme =
    direction === undefined
      ? `between ${placed(lowest)} and ${placed(highest)}`
      : `best ${placed(best)}`;
  const broken = brokenAt === undefined ? "" : `, not finite from ${brokenAt} on`;
  return `${name} ${trend}, ${extreme}${broken}`;
}

const placed = ({ value, place }: PlacedValue) => `${formatValue(value)} at ${place}`;
