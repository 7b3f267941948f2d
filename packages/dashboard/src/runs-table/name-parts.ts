/** A name in three parts, of which the second is never cut off. Together they are the name. */
export interface NameParts {
  readonly start: string;
  /** Where the name begins to differ from the most similar other one. */
  readonly kept: string;
  readonly end: string;
}

/** How many characters of what differs are kept. */
const KEPT = 22;
/** A part that begins with a whole phrase (`seed 1`), or else a whole word, reads better; so far back is one looked for. */
const PHRASE = 16;
const WORD = 8;
const SHORT = 5;

/** For each name its parts, so that a narrow column can leave out the beginning and the end and the names still differ. */
export function nameParts(names: readonly string[]): ReadonlyMap<string, NameParts> {
  const sorted = [...new Set(names)].sort();
  return new Map(
    sorted.map((name, index) => {
      const differs = Math.max(
        commonLength(name, sorted[index - 1] ?? ""),
        commonLength(name, sorted[index + 1] ?? ""),
      );
      return [name, partsOf(name, differs)];
    }),
  );
}

function partsOf(name: string, differs: number): NameParts {
  // A name that ends where others go on differs by its end.
  const at = Math.max(0, Math.min(differs, name.length - 1));
  const begins = name.length <= KEPT ? 0 : beginning(name, at);
  // What is as short as an ellipsis is not worth one.
  const from = begins <= SHORT ? 0 : begins;
  const to = boundary(name, Math.min(name.length, Math.max(at + 1, from + KEPT)));
  return { start: name.slice(0, from), kept: name.slice(from, to), end: name.slice(to) };
}

function beginning(name: string, at: number): number {
  return (
    after(name, at, PHRASE, /[·,;/]\s?$/) ?? after(name, at, WORD, /[\s=_-]$/) ?? boundary(name, at)
  );
}

/** The last place up to `at`, at most so far back, before which the name ends like this. */
function after(name: string, at: number, most: number, ends: RegExp): number | undefined {
  for (let index = at; index > 0 && index > at - most; index--) {
    if (ends.test(name.slice(0, index)) && name[index] !== " ") return index;
  }
  return undefined;
}

/** The next place that splits no character in two: neither a pair of surrogates nor a letter and its accent. */
function boundary(name: string, at: number): number {
  let place = at;
  while (place > 0 && place < name.length && joins(name, place)) place++;
  return place;
}

const joins = (name: string, place: number) =>
  /^(?:[\uDC00-\uDFFF]|\u200D)/.test(name.slice(place, place + 2)) ||
  /^\p{M}/u.test(name.slice(place, place + 2)) ||
  name[place - 1] === "\u200D";

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}
