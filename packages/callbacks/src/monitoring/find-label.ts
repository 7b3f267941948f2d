import type { CompiledLabel } from "./compiled-labels.ts";

/** The label behind a key of a pass' logs: the key itself, without its number, or what `f1_score[cat]` is a part of. */
export function findLabel(
  labels: readonly CompiledLabel[],
  key: string,
): CompiledLabel | undefined {
  return (
    labels.find(({ label }) => label === key) ??
    labels.find(({ plainLabel }) => plainLabel === key) ??
    labels.find(({ label, kind }) => kind === "metric" && isPart(key, label))
  );
}

function isPart(key: string, label: string): boolean {
  return key.startsWith(`${label}[`) && key.endsWith("]");
}
