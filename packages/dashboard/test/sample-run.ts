import { sampleRun as toldRun } from "../../conclusions/test/sample-run.ts";
import type { RunView } from "../src/wire/run-json.ts";

/** A finished run to test with, with what `changes` says otherwise. */
export function sampleRun(changes: Partial<RunView> & { readonly id: string }): RunView {
  return {
    ...toldRun(changes),
    project: "birds",
    place: 0,
    config: {},
    tags: [],
    notes: "",
    startedAt: 0,
    durationMs: 60_000,
    host: "here",
    resumed: 0,
    segments: [],
    requests: [],
    events: [],
    ...changes,
  };
}
