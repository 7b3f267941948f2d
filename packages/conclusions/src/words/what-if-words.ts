import { counted } from "../format/counted.ts";
import { epochWords } from "../format/epoch-words.ts";
import { formatValue } from "../format/format-value.ts";
import type { WhatIfPatience } from "../verdict/what-if-patience.ts";

/** What early stopping would have done, to go on with after `with a patience of 10`: `it would have stopped after epoch 12, …`. */
export function whatIfWords(answer: WhatIfPatience): string {
  const { patience, stopsAfter, dataEnd, best, bestEpoch = 0, wait = 0 } = answer;
  const kept = best === undefined ? "" : `, best ${formatValue(best)} in ${epochWords(bestEpoch)}`;
  return stopsAfter === undefined
    ? `it would not have stopped by ${epochWords(dataEnd)}, where the data end: ${wait} of ${counted(patience, "epoch")} without improvement${kept}.`
    : `it would have stopped after ${epochWords(stopsAfter)}${kept}.`;
}
