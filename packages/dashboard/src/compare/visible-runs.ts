import type { RunRow } from "../wire/answers.ts";
import { MOST_DRAWN } from "./compare-questions.ts";
import type { CompareState } from "./search-params.ts";
import { isShown } from "./visibility.ts";

type Choice = Pick<CompareState, "select" | "base" | "hide" | "only">;

/** The runs that charts draw: those that a person chose and then the best, but for the hidden ones. */
export function visibleRuns(
  chosen: readonly RunRow[],
  candidates: readonly RunRow[],
  { select, base, hide, only }: Choice,
): readonly RunRow[] {
  // A row that is old while the next answer is on its way is of nobody who is chosen any more.
  const own = chosen.filter(({ id }) => select.includes(id) || id === base);
  const others = candidates.filter(({ id }) => !own.some((row) => row.id === id));
  return [...own, ...others].filter(({ id }) => isShown({ hide, only }, id)).slice(0, MOST_DRAWN);
}

/** Of these the runs whose early stopping is shown: those that it watched, and the one whose marks the charts show. */
export function tracedIds(visible: readonly RunRow[], base: string | null): readonly string[] {
  return visible
    .filter(
      ({ id, conclusions }, place) =>
        conclusions.monitor !== undefined || place === 0 || id === base,
    )
    .map(({ id }) => id);
}
