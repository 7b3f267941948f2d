import * as v from "valibot";
import type { Frozen } from "./frozen.ts";
import { name, text } from "./kinds.ts";
import { limits } from "./limits.ts";

/** What can be wanted of a training. */
export const requestWant = v.picklist(["stop", "save_weights"], "what it wants is unknown");

export const runRequest = v.object({
  id: name("it has no id"),
  /** `stop`: after this epoch. `save_weights`: now. */
  want: requestWant,
  /** Who asks. */
  by: text(limits.name, "nobody asks for it"),
  /** The folder to save to, for `save_weights`. */
  folder: v.exactOptional(v.string()),
});

/** What somebody wants of a training that runs. */
export type RunRequest = Frozen<v.InferOutput<typeof runRequest>>;

/** A request on its way to the process of its run, which alone says where it saves to. */
export const foundRequest = v.object({
  ...v.omit(runRequest, ["folder"]).entries,
  run: name("it is of no run"),
});

export type FoundRequest = Frozen<v.InferOutput<typeof foundRequest>>;
