import type { WaitedValue } from "@epochal/record";
import { counted } from "../format/counted.ts";
import { epochWords } from "../format/epoch-words.ts";
import { formatValue } from "../format/format-value.ts";

/** How long watched values have not improved, in a sentence without a point: `val_auc had not improved on 0.9000 (epoch 7) for 3 epochs`. */
export function waitWords(waited: readonly WaitedValue[]): string {
  return waited.map(wordsOf).join(", and ");
}

function wordsOf({ monitor, best, bestEpoch, wait, minDelta = 0, baseline }: WaitedValue): string {
  const epochs = counted(wait, "epoch");
  if (best === undefined) return `${monitor} had had no finite value for ${epochs}`;
  const record = formatValue(Number(best));
  const by = minDelta > 0 ? `by more than ${formatValue(minDelta)} for ${epochs}` : `for ${epochs}`;
  if (baseline !== undefined) {
    const where = bestEpoch === undefined ? "" : ` in ${epochWords(bestEpoch)}`;
    return `${monitor} had not improved on the baseline ${formatValue(baseline)} ${by} (best: ${record}${where})`;
  }
  const where = bestEpoch === undefined ? "" : ` (${epochWords(bestEpoch)})`;
  return `${monitor} had not improved on ${record}${where} ${by}`;
}
