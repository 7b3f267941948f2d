import type { OfferedRun } from "./run-context.ts";

/** What the address of a comparison means: two runs, or why it is not two, and what to choose from instead. */
export type ReadPair =
  | { readonly kind: "pair"; readonly a: string; readonly b: string }
  | {
      readonly kind: "malformed" | "missing" | "ambiguous" | "same";
      /** What was asked for and is not there, or is there several times. */
      readonly wanted: string;
      /** The run that is known, where one is. */
      readonly known?: OfferedRun;
      /** Which of the two it is. */
      readonly side?: "a" | "b";
      readonly offers: readonly OfferedRun[];
    };
