/** A part of a name, by the places of its characters, and how much it tells: from 0, where all names have it, to nearly 1. */
export interface TellingPart {
  readonly from: number;
  readonly to: number;
  readonly tells: number;
}

const WORD = /[^\s,;:·/=()[\]_-]+/g;
/** The very place where two similar names begin to differ tells as much as a word that half of them have. */
const DIFFERS = 0.5;

/** What of a name tells it from others: its words, and where it begins and ends to differ from the most similar ones. */
export function tellingParts(names: readonly string[]): (name: string) => readonly TellingPart[] {
  const counts = new Map<string, number>();
  for (const name of names)
    for (const word of new Set(name.match(WORD))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const fromStart = similarity(names);
  const fromEnd = similarity(names.map(backwards));
  return (name) => {
    const words = [...name.matchAll(WORD)].map(({ index, 0: word }) => ({
      from: index,
      to: index + word.length,
      tells: 1 - (counts.get(word) ?? 0) / names.length,
    }));
    const place = (at: number) => ({ from: at, to: Math.min(name.length, at + 1), tells: DIFFERS });
    return [
      ...words,
      place(fromStart(name)),
      place(Math.max(0, name.length - 1 - fromEnd(backwards(name)))),
    ];
  };
}

/** How far a name is the same as the most similar other one. */
function similarity(names: readonly string[]): (name: string) => number {
  const sorted = names.toSorted();
  const places = new Map(sorted.map((name, at) => [name, at]));
  return (name) => {
    const at = places.get(name) ?? 0;
    const beside = [sorted[at - 1] ?? "", sorted[at + 1] ?? ""];
    return Math.max(...beside.map((other) => commonLength(name, other)));
  };
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** By code units: it is only compared. */
const backwards = (text: string) => text.split("").reverse().join("");
