import "server-only";
import { soundEvent } from "@epochal/conclusions";
import type { StoreError } from "@epochal/store";
import type { InferOutput } from "valibot";
import type { Trace, TracesAnswer } from "../wire/answers.ts";
import type { tracesQuestion } from "../wire/questions.ts";
import { store } from "./store.ts";

/** Of a run with ten thousand epochs these are megabytes, and no trace is drawn of them. */
const heavy = ["histogram", "card", "graph"] as const;

/** What early stopping saw in these runs; those that are not there are left out. */
export async function loadTraces({
  ids,
}: InferOutput<typeof tracesQuestion>): Promise<TracesAnswer> {
  const open = await store();
  const { revision } = await open.listChanges();
  const traces: Record<string, Trace> = {};
  for (const id of ids) {
    try {
      const { events, segments } = await open.getRun(id, { withoutEvents: heavy });
      traces[id] = {
        events: events.map(({ event }) => soundEvent(event)),
        segments: segments.map(({ segment, epoch }) => ({
          segment,
          ...(epoch !== undefined && { epoch }),
        })),
      };
    } catch (error) {
      if ((error as StoreError).code !== "run_not_found") throw error;
    }
  }
  return { revision, traces };
}
