import * as v from "valibot";
import type { Frozen } from "./frozen.ts";
import { fields, number, object, recordOf } from "./kinds.ts";

const dataPrint = v.object({
  /** Of each tensor, or of the one there is. */
  shapes: v.array(v.array(number)),
  dtypes: v.array(v.string()),
  samples: number,
  /** How many samples each class has, where the labels are classes: by class. */
  classes: v.exactOptional(recordOf(number)),
  /** SHA-256 of what the tensors hold, cut to 16 digits. */
  checksum: v.exactOptional(v.string()),
  /** Whether the checksum is of a sample of the rows, because there are more than 16 MB of them. */
  isSampled: v.exactOptional(v.boolean()),
});

/** What tensors held, so that two trainings can be told to have seen the same. */
export type DataPrint = Frozen<v.InferOutput<typeof dataPrint>>;

const parts = {
  /** The code: git commit, branch and uncommitted changes, and the script that was started. */
  code: v.exactOptional(
    fields({
      commit: v.exactOptional(v.string()),
      branch: v.exactOptional(v.string()),
      /** Whether tracked files differ from the commit, or there are files git does not know. */
      isDirty: v.exactOptional(v.boolean()),
      /** `git diff HEAD` without lockfiles, cut to 64 kB; lines that look like secrets are left out. */
      diff: v.exactOptional(v.string()),
      /** SHA-256 of the whole diff, cut to 16 digits. */
      diffHash: v.exactOptional(v.string()),
      untracked: v.exactOptional(v.array(v.string())),
      /** The script, relative to the repository or the working directory. */
      script: v.exactOptional(v.string()),
      scriptHash: v.exactOptional(v.string()),
    }),
  ),
  /** Of the script. Values of options that are not on the allow-list are left out. */
  arguments: v.exactOptional(v.array(v.string())),
  /** Environment variables of an allow-list. */
  environment: v.exactOptional(recordOf(v.string())),
  versions: v.exactOptional(recordOf(v.string())),
  machine: v.exactOptional(recordOf(v.union([v.string(), number]))),
  backend: v.exactOptional(
    v.object({
      name: v.string(),
      flags: recordOf(v.union([v.string(), number, v.boolean()])),
      gpu: v.exactOptional(v.string()),
    }),
  ),
  lockfile: v.exactOptional(v.object({ name: v.string(), hash: v.string() })),
  model: v.exactOptional(
    v.object({
      layers: number,
      parameters: number,
      /** SHA-256 of the layers and their configs, whatever they are named, cut to 16 digits. */
      hash: v.string(),
    }),
  ),
  /** SHA-256 of all weights before the first batch, cut to 16 digits. */
  weights: v.exactOptional(v.object({ hash: v.string() })),
  training: v.exactOptional(
    v.object({ optimizer: object(), loss: v.unknown(), metrics: v.array(v.string()) }),
  ),
  /** The arguments of `fit()`. */
  fit: v.exactOptional(object()),
  data: v.exactOptional(
    fields({
      x: v.exactOptional(dataPrint),
      y: v.exactOptional(dataPrint),
      validation: v.exactOptional(v.array(dataPrint)),
      /** Of a dataset, which cannot be looked at without using it up. */
      batches: v.exactOptional(number),
    }),
  ),
  /** What `setSeed()` was given, and what the order of samples was drawn with. */
  seed: v.exactOptional(fields({ set: v.exactOptional(number), fit: v.exactOptional(number) })),
};

export const runCard = v.object(parts);

/**
 * What is needed to repeat a run, and to tell why two runs differ. Taken on its own; each part can be turned off, and is absent
 * where it cannot be had.
 */
export type RunCard = Frozen<v.InferOutput<typeof runCard>>;

/** Whether a part of a card can be read. One that this version does not know passes. */
export function isCardPart(part: string, value: unknown): boolean {
  return !Object.hasOwn(parts, part) || v.is(parts[part as keyof typeof parts], value);
}
