import { batchWords } from "../format/batch-words.ts";
import { epochWords } from "../format/epoch-words.ts";
import { formatValue } from "../format/format-value.ts";
import type { Divergence } from "../verdict/find-divergence.ts";

/** Where a run's numbers broke for good: `NaN from epoch 7, batch 46`, or what a loss rose to: `loss 3e32 from epoch 7`. */
export function divergenceWords({ key, value, epoch, batch }: Divergence): string {
  const told = formatValue(Number(value));
  const what = Number.isFinite(Number(value)) ? `${key} ${told}` : told;
  if (epoch === undefined) return what;
  return `${what} from ${epochWords(epoch)}${batch === undefined ? "" : `, ${batchWords(batch)}`}`;
}
