import type { ComparisonLight } from "../comparison/comparison-lights.ts";

const words: Readonly<Record<ComparisonLight["what"], Record<ComparisonLight["state"], string>>> = {
  code: { same: "same code", differs: "other code", unknown: "code not recorded" },
  data: { same: "same data", differs: "other data", unknown: "data not recorded" },
  start: {
    same: "same initial weights",
    differs: "other initial weights",
    unknown: "initial weights not recorded",
  },
  machine: { same: "same machine", differs: "other machine", unknown: "machine not recorded" },
};

/** What two runs share, in a few words: `same code`, `other data`. */
export function lightWords({ what, state }: ComparisonLight): string {
  return words[what][state];
}
