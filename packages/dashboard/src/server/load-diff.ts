import "server-only";
import {
  type ComparedNames,
  codeDifference,
  comparisonHeadline,
  comparisonLights,
  comparisonWords,
  fairnessWords,
  judgedSeries,
} from "@epochal/conclusions";
import type { ComparedRuns, Store } from "@epochal/store";
import type { DiffData } from "../wire/diff-data.ts";
import { forPage } from "../wire/page-text.ts";
import { toListedRun } from "../wire/run-json.ts";
import { store } from "./store.ts";

/** What sentences call two runs on the page of the second one. */
export const namesOnPage: ComparedNames = { a: "the other", b: "this run" };

/**
 * Two runs beside each other, by their whole ids.
 *
 * @param names what the sentences call them. @default "A" and "B"
 * @throws StoreError `run_not_found`
 */
export async function loadDiff(
  idOfA: string,
  idOfB: string,
  names: ComparedNames = {},
): Promise<DiffData> {
  const open = await store();
  // The revision is read first. What changes while the runs are read is then told again, and not missed.
  const { revision } = await open.listChanges();
  const comparison = await open.compareRuns(idOfA, idOfB);
  const { params, card, series, seriesOnlyInA, seriesOnlyInB } = comparison;
  const headline = comparisonHeadline(comparison, names);
  const warnings = [...fairnessWords(comparison, names), ...projectWords(comparison)];
  const judged = judgedSeries(comparison)?.key;
  const commit = card.differing.find(({ path }) => path === "code.commit");
  return forPage({
    revision,
    a: await view(open, comparison.a, 0),
    b: await view(open, comparison.b, 1),
    headline: asSentence(headline),
    remarks: comparisonWords(comparison, names)
      .filter((words) => words !== headline && !warnings.includes(words))
      .map(asSentence),
    warnings: warnings.map(asSentence),
    lights: comparisonLights(card),
    ...{ params, series, seriesOnlyInA, seriesOnlyInB },
    card: withoutCode(card),
    code: codeDifference(card),
    ...(commit && { commits: { a: String(commit.a), b: String(commit.b) } }),
    ...(judged !== undefined && { judged }),
  });
}

/** @param place its colour: the same two on every such page */
async function view(open: Store, run: ComparedRuns["a"], place: number) {
  return toListedRun(run, await open.concludeRun(run.id), place);
}

/** Names that stand inside of a sentence begin with a small letter. */
const asSentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

function projectWords({ a, b }: ComparedRuns): string[] {
  if (a.project === b.project) return [];
  return [
    `They are of two projects, ${a.project} and ${b.project}: their values may not be of the same task.`,
  ];
}

/** Its lines are compared one by one; the prints of them tell nobody anything. */
function withoutCode(card: ComparedRuns["card"]): ComparedRuns["card"] {
  const isTold = ({ path }: { readonly path: string }) => !/^code\.(?:diff|diffHash)$/.test(path);
  return {
    same: card.same.filter(isTold),
    differing: card.differing.filter(isTold),
    onlyInA: card.onlyInA.filter(isTold),
    onlyInB: card.onlyInB.filter(isTold),
  };
}
