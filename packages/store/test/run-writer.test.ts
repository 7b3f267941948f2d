import type { RunWriter } from "@epochal/record";
import { expectTypeOf, it } from "vitest";
import type { Run } from "../src/index.ts";
import type { RecordedRun } from "../src/recording/recorded-run.ts";

it("is a run that the callbacks can record into", () => {
  expectTypeOf<Run>().toExtend<RunWriter>();
  expectTypeOf<RecordedRun>().toExtend<RunWriter>();
});
