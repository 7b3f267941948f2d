import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { isObject, number } from "../kinds.ts";
import type { runCard } from "../run-card.ts";

export const cardEvent = v.object({
  type: v.literal("card"),
  /** The fit that has said it, as in `FitEvent`; absent for the first one, and for the process. */
  fit: v.exactOptional(number),
  epoch: v.exactOptional(number),
  /** Each of its parts is read by itself (`isCardPart`): one that a newer version writes in another way costs no other. */
  card: v.custom<v.InferOutput<typeof runCard>>(isObject),
});

/** Parts of the run's card; of a later `fit()` those that differ from the fit before. Of what is said twice the first counts for the run. */
export type CardEvent = Frozen<v.InferOutput<typeof cardEvent>>;
