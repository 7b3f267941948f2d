import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { number } from "../kinds.ts";

/** A name, notes or a group; whether it is archived or deleted; or all tags. */
const changed = v.union([v.null(), v.string(), v.boolean(), v.array(v.string())]);

const runChange = v.object({
  /** `name`, `tags`, `notes`, `group`, `archived`, or `deleted`: whether it is in the trash. */
  field: v.string(),
  /** Null for nothing. */
  from: changed,
  to: changed,
});

/** What a field of a run was, and what it is. */
export type RunChange = Frozen<v.InferOutput<typeof runChange>>;

export const updatedEvent = v.object({
  type: v.literal("updated"),
  /** Who. */
  by: v.string(),
  /** At least one. */
  changes: v.array(runChange),
  epoch: v.exactOptional(number),
});

/** Somebody changed how the run is called or where it is kept. */
export type UpdatedEvent = Frozen<v.InferOutput<typeof updatedEvent>>;
