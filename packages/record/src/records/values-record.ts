import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { jsonNumber } from "../json/json-number.ts";
import { count, recordOf } from "../kinds.ts";
import { ofRun } from "./of-run.ts";

const epoch = "its epoch is bad";

export const valuesRecord = v.object({
  type: v.literal("values"),
  ...ofRun,
  /** The segment of the run that they belong to. Absent in the first one, 0. */
  segment: v.exactOptional(count("its segment is no number")),
  step: count("its step is not a whole number"),
  /** Position in epochs, counted from 0. */
  epoch: v.exactOptional(v.pipe(v.number(epoch), v.finite(epoch))),
  /** By key. */
  values: recordOf(
    jsonNumber,
    "it has no values",
    (key) => `its value of ${key.slice(0, 100)} is not a number`,
  ),
});

/** The values of one step. */
export type ValuesRecord = Frozen<v.InferOutput<typeof valuesRecord>>;
