import * as v from "valibot";
import { eventFault } from "../events/event-fault.ts";
import type { RunEvent } from "../events/run-event.ts";
import type { Frozen } from "../frozen.ts";
import { isObject } from "../kinds.ts";
import { limits } from "../limits.ts";
import { ofRun } from "./of-run.ts";

export const eventRecord = v.object({
  type: v.literal("event"),
  ...ofRun,
  /** One of a type that this version does not know passes as it is: older readers outlive newer writers. */
  event: v.pipe(
    v.custom<RunEvent>(
      (event) =>
        isObject(event) && typeof event.type === "string" && event.type.length <= limits.key,
      "it has no event",
    ),
    v.rawCheck(({ dataset, addIssue }) => {
      const fault = dataset.typed ? eventFault(dataset.value) : undefined;
      if (dataset.typed && fault !== undefined) {
        addIssue({ message: `its event ${dataset.value.type} ${fault}` });
      }
    }),
  ),
});

/** A decision or an incident of a run. */
export type EventRecord = Frozen<v.InferOutput<typeof eventRecord>>;
