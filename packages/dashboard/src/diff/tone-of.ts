import type { ValuePair } from "@epochal/conclusions";

/** Green where B is better, red where it is worse, the text's colour where neither is said. */
export function toneOf(better: ValuePair["better"]): string {
  if (better === "b") return "text-good";
  return better === "a" ? "text-bad" : "text-text";
}
