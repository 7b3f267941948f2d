import type { Divergence } from "./find-divergence.ts";
import { shortNumber } from "./short-number.ts";

/** Where a run's numbers broke for good: `NaN from epoch 7, batch 46`, or what a loss rose to: `loss 3.00e+32 from epoch 7`. */
export function divergenceWords({ key, value, epoch, batch }: Divergence): string {
  const word = nameOf(Number(value)) ?? `${key} ${shortNumber(Number(value))}`;
  if (epoch === undefined) return word;
  return `${word} from epoch ${epoch}${batch === undefined ? "" : `, batch ${batch}`}`;
}

function nameOf(value: number): string | undefined {
  if (Number.isNaN(value)) return "NaN";
  return Number.isFinite(value) ? undefined : value > 0 ? "∞" : "−∞";
}
