import type { RunWriter } from "@epochal/record";
import { expect, test } from "vitest";
import { RunRecorder } from "./run-recorder.ts";

async function warningsOf(run: RunWriter | undefined): Promise<string[]> {
  const warnings: string[] = [];
  const listen = (warning: Error) => void warnings.push(warning.message);
  process.on("warning", listen);
  const recorder = new RunRecorder("History", run);
  for (let epoch = 0; epoch < 3; epoch++) recorder.log({ loss: 1 }, { step: epoch, epoch });
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", listen);
  return warnings;
}

test("a run that throws, or answers with a promise that fails, is reported once", async () => {
  const none = () => {};
  const throws = () => {
    throw new Error("the disk is full");
  };
  const rejects = () => Promise.reject(new Error("the server is gone"));
  const report = "History: the run could not be written to; training goes on.";
  expect(await warningsOf({ log: throws, describe: none, event: none })).toEqual([
    `${report} the disk is full`,
  ]);
  expect(await warningsOf({ log: rejects, describe: none, event: none })).toEqual([
    `${report} the server is gone`,
  ]);
  expect(await warningsOf({ log: none, describe: none, event: none })).toEqual([]);
  expect(await warningsOf(undefined)).toEqual([]);
});
