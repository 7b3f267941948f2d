/** What tensors held, so that two trainings can be told to have seen the same. */
export interface DataPrint {
  /** Of each tensor, or of the one there is. */
  readonly shapes: readonly (readonly number[])[];
  readonly dtypes: readonly string[];
  readonly samples: number;
  /** How many samples each class has, where the labels are classes: by class. */
  readonly classes?: Readonly<Record<string, number>>;
  /** SHA-256 of what the tensors hold, cut to 16 digits. */
  readonly checksum?: string;
  /** Whether the checksum is of a sample of the rows, because there are more than 16 MB of them. */
  readonly isSampled?: boolean;
}

/**
 * What is needed to repeat a run, and to tell why two runs differ. Taken on its own; each part can be turned off, and is absent
 * where it cannot be had.
 */
export interface RunCard {
  /** The code: git commit, branch and uncommitted changes, and the script that was started. */
  readonly code?: {
    readonly commit?: string;
    readonly branch?: string;
    /** Whether tracked files differ from the commit, or there are files git does not know. */
    readonly isDirty?: boolean;
    /** `git diff HEAD` without lockfiles, cut to 64 kB; lines that look like secrets are left out. */
    readonly diff?: string;
    /** SHA-256 of the whole diff, cut to 16 digits. */
    readonly diffHash?: string;
    readonly untracked?: readonly string[];
    /** The script, relative to the repository or the working directory. */
    readonly script?: string;
    readonly scriptHash?: string;
  };
  /** Of the script. Values of options that are not on the allow-list are left out. */
  readonly arguments?: readonly string[];
  /** Environment variables of an allow-list. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly versions?: Readonly<Record<string, string>>;
  readonly machine?: Readonly<Record<string, string | number>>;
  readonly backend?: {
    readonly name: string;
    readonly flags: Readonly<Record<string, string | number | boolean>>;
    readonly gpu?: string;
  };
  readonly lockfile?: { readonly name: string; readonly hash: string };
  readonly model?: {
    readonly layers: number;
    readonly parameters: number;
    /** SHA-256 of the layers and their configs, whatever they are named, cut to 16 digits. */
    readonly hash: string;
  };
  /** SHA-256 of all weights before the first batch, cut to 16 digits. */
  readonly weights?: { readonly hash: string };
  readonly training?: {
    readonly optimizer: Readonly<Record<string, unknown>>;
    readonly loss: unknown;
    readonly metrics: readonly string[];
  };
  /** The arguments of `fit()`. */
  readonly fit?: Readonly<Record<string, unknown>>;
  readonly data?: {
    readonly x?: DataPrint;
    readonly y?: DataPrint;
    readonly validation?: readonly DataPrint[];
    /** Of a dataset, which cannot be looked at without using it up. */
    readonly batches?: number;
  };
  /** What `setSeed()` was given, and what the order of samples was drawn with. */
  readonly seed?: { readonly set?: number; readonly fit?: number };
}
