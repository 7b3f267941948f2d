import { listWords } from "../text/list-words.ts";

/** How many different labels an error shows. */
const SHOWN = 5;

/** The end of an error: the labels seen, of a weight other than 0, and how to make them 0 and 1. */
export function labelAdvice(labels: ArrayLike<number>, weights?: ArrayLike<number>): string {
  const seen = new Set<number>();
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] as number;
    if (!Number.isNaN(label) && weights?.[i] !== 0) seen.add(label);
  }
  const distinct = [...seen].sort((a, b) => a - b);
  return `Received: ${listed(distinct)}. ${adviceOf(distinct)}`;
}

function listed(values: readonly number[]): string {
  return values.length > SHOWN
    ? `${values.slice(0, SHOWN).join(", ")} and others`
    : listWords(values.map(String));
}

/** How to turn two values into 0 and 1. */
function adviceOf(distinct: readonly number[]): string {
  const [low = 0, high = 0] = distinct;
  if (distinct.length === 2) {
    const moved = low === 0 ? "" : low < 0 ? `.add(${-low})` : `.sub(${low})`;
    const scaled = high - low === 1 ? "" : `.div(${high - low})`;
    return `Map them with y${moved}${scaled}`;
  }
  return distinct.length === 1
    ? "Map two values a and b with y.sub(a).div(b - a)"
    : "Map them with y.greater(a), or give a score for each class, [n, classes], beside class numbers";
}
