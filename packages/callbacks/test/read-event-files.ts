import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { environment, pythonOf } from "../../../scripts/tensorboard/tensorboard-python.ts";

/** What TensorBoard read under a tag. */
export interface ReadTag {
  readonly plugin: string;
  readonly dataClass: number;
  readonly steps: readonly number[];
  /** A list for each step: one number, the cells of a table, or the nodes of a graph. */
  readonly values: readonly (readonly unknown[])[];
}

/** By folder and tag. */
export type ReadEvents = Readonly<Record<string, Readonly<Record<string, ReadTag>>>>;

const python = pythonOf(environment);

/** Whether the real TensorBoard is there to read with. */
export const hasTensorboard: boolean = existsSync(python);

export const howToGetTensorboard = "needs TensorBoard: node scripts/tensorboard.ts";

function run(args: readonly string[], input = ""): unknown {
  const script = path.join(import.meta.dirname, "read-event-files.py");
  const { status, stdout, stderr } = spawnSync(python, [script, ...args], {
    encoding: "utf8",
    input,
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Reads the event files of a folder with the real TensorBoard. */
export function readEventFiles(folder: string): ReadEvents {
  return run([folder]) as ReadEvents;
}

/** The rows TensorBoard's own histogram has for each list of numbers: left edge, right edge and count. */
export function tensorboardHistograms(lists: readonly (readonly number[])[]): number[][] {
  return run(["--histograms"], JSON.stringify(lists)) as number[][];
}
