import type { RunView } from "../data/run-json.ts";

/** Where a run's numbers broke for good: `NaN from epoch 7, batch 46`. Undefined where they did not. */
export function divergenceWords({ conclusions }: RunView): string | undefined {
  const { divergence } = conclusions;
  if (divergence === undefined) return undefined;
  const { value, epoch, batch } = divergence;
  const word = Number.isNaN(Number(value)) ? "NaN" : "∞";
  if (epoch === undefined) return word;
  return `${word} from epoch ${epoch}${batch === undefined ? "" : `, batch ${batch}`}`;
}
