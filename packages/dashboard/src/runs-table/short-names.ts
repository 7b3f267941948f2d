import { MeasuredText } from "./measured-text.ts";
import { type TellingPart, tellingParts } from "./telling-parts.ts";

export interface ShortNamesArgs {
  /** All that stand beside each other. */
  readonly names: readonly string[];
  /** How wide a character is, in any unit. */
  readonly widthOf: (character: string) => number;
  /** How wide a whole text is, where that is known: letters that are joined have other widths. @default as its characters together */
  readonly textWidth?: ((text: string) => number) | undefined;
}

/** A name in no more than this room; whole where it has room. */
export type ShortName = (name: string, room: number) => string;

/** What is left of a name: stretches of it, by their places, the first from its beginning and the last to its end. */
type Kept = readonly (readonly [from: number, to: number])[];

interface Shortening {
  readonly name: MeasuredText;
  /** By their places. */
  readonly parts: readonly TellingPart[];
  readonly room: number;
  readonly gap: number;
}

const GAP = "…";
/** So many ways of one kind are tried. */
const TRIES = 12;
/** Fewer characters of a word are none. */
const LEGIBLE = 3;
/** A last word that is longer is no end that stays. */
const LAST = 8;

/**
 * Shortens names in their middle, so that what differs stays: no two names that differ read alike, however little room there is. Where not
 * even what differs has room, a name has a number.
 */
export function shortNames({ names: given, widthOf, textWidth }: ShortNamesArgs): ShortName {
  const names = [...new Set(given)];
  const gap = widthOf(GAP);
  const known = new Map<string, string>();
  let telling: ReturnType<typeof tellingParts> | undefined;
  let mark: string | undefined;
  const isOwn = (text: string, name: string) => {
    const pieces = text.split(GAP);
    return names.every((other) => other === name || !isMadeOf(other, pieces));
  };
  const numbered = (name: MeasuredText, room: number) => {
    mark ??= unusedMark(names);
    const number = `${GAP}${mark}${names.indexOf(name.text) + 1}`;
    const left = room - new MeasuredText(number, widthOf).width(0, number.length);
    return name.slice(0, name.lastWithin(0, left)).trimEnd() + number;
  };
  const shorten = (text: string, room: number): string => {
    const name = new MeasuredText(text, widthOf);
    const hasRoom = (whole: string) => textWidth === undefined || textWidth(whole) <= room;
    if (name.width(0, name.end) <= room && hasRoom(text)) return text;
    telling ??= tellingParts(names);
    const parts = telling(text).map(({ from, to, tells }) => {
      return { from: name.placeOf(from), to: name.placeOf(to), tells };
    });
    const args = { name, parts, room, gap };
    const ways = [...inOnePlace(args), ...inTwoPlaces(args)];
    // Half a number tells something else: that is the last resort.
    const whole = (some: readonly Kept[]) =>
      some.map((kept) => kept.map((one) => withoutHalves(one, name)));
    for (const some of [whole(ways), whole(toSingleParts(args)), ways]) {
      const best = some
        .map((kept) => ({ text: textOf(kept, name), worth: worthOf(kept, args) }))
        .sort((a, b) => b.worth - a.worth);
      const found = best.slice(0, TRIES).find((one) => hasRoom(one.text) && isOwn(one.text, text));
      if (found) return found.text;
    }
    return numbered(name, room);
  };
  return (name, room) => {
    const key = `${room} ${name}`;
    const text = known.get(key) ?? shorten(name, room);
    known.set(key, text);
    return text;
  };
}

function inOnePlace({ name, room, gap }: Shortening): readonly Kept[] {
  const ways: Kept[] = [];
  for (let to = 0; name.width(0, to) + gap <= room; to++) {
    const from = name.firstWithin(name.end, room - gap - name.width(0, to));
    ways.push([
      [0, to],
      [from, name.end],
    ]);
  }
  return ways;
}

function inTwoPlaces({ name, parts, room, gap }: Shortening): readonly Kept[] {
  const last = Math.min(...parts.filter(({ to }) => to === name.end).map(({ from }) => from));
  const tails = [name.end - last <= LAST ? name.end - last : LEGIBLE, 0];
  return parts.flatMap(({ from, to }) =>
    [LEGIBLE, 0].flatMap((start) =>
      tails.flatMap((end): Kept[] => {
        const head = Math.min(start, from);
        const tail = Math.max(name.end - end, to);
        const left = room - 2 * gap - name.width(0, head) - name.width(tail, name.end);
        if (name.width(from, to) > left) return [];
        const until = Math.min(tail, name.lastWithin(from, left));
        const since = Math.max(head, name.firstWithin(to, left));
        return [
          [
            [0, head],
            [from, until],
            [tail, name.end],
          ],
          [
            [0, head],
            [since, to],
            [tail, name.end],
          ],
        ];
      }),
    ),
  );
}

/** Those that tell most, as many as have room. */
function toSingleParts({ name, parts, room, gap }: Shortening): readonly Kept[] {
  let left = room - gap;
  const kept: [number, number][] = [];
  for (const { from, to } of parts.toSorted((a, b) => b.tells - a.tells)) {
    const width = name.width(from, to) + gap;
    if (width > left || kept.some(([start, end]) => from < end && to > start)) continue;
    left -= width;
    kept.push([from, to]);
  }
  return [[[0, 0], ...kept.sort(([a], [b]) => a - b), [name.end, name.end]]];
}

/** How well what is kept tells a name from others, and what it is called: by its beginning, and by its end. */
function worthOf(kept: Kept, { name, parts, room, gap }: Shortening): number {
  const told = parts
    .filter(({ from, to }) => kept.some(([start, end]) => start <= from && to <= end))
    .reduce((sum, { tells }) => sum + tells, 0);
  const [head, ...others] = kept.map(([from, to]) => name.width(from, to));
  const share = (width = 0) => Math.min(0.3, width / room);
  return told + share(head) + share(others.at(-1)) - (others.length - 1) * (gap / room);
}

/**
 * A stretch without the half of a number at either end, without the end of a word at its beginning, and without so little of a word at its end
 * that nobody can read it.
 */
function withoutHalves([from, to]: Kept[number], name: MeasuredText): Kept[number] {
  const kind = (place: number) => kindOf(name.slice(place, place + 1));
  const isInside = (place: number) =>
    place > 0 && place < name.end && kind(place) !== "" && kind(place - 1) === kind(place);
  let [start, end] = [from, to];
  while (start < end && isInside(start)) start++;
  // An end of a word is better than nothing.
  if (start === end && kind(from) === "word") start = from;
  while (end > start && isInside(end)) end--;
  if (kind(to) === "word" && to - end >= LEGIBLE) end = to;
  return [start, end];
}

function kindOf(character: string): "number" | "word" | "" {
  if (/^[\d.]$/.test(character)) return "number";
  return /^[\p{L}\p{M}]/u.test(character) ? "word" : "";
}

function textOf(kept: Kept, name: MeasuredText): string {
  const together: [number, number][] = [];
  for (const [from, to] of kept) {
    const before = together.at(-1);
    if (before && from <= before[1]) before[1] = to;
    else together.push([from, to]);
  }
  // A blank beside what is left out tells nothing.
  const pieces = together.map(([from, to], at) => {
    const piece = name.slice(from, to);
    const start = at === 0 ? piece : piece.trimStart();
    return at === together.length - 1 ? start : start.trimEnd();
  });
  return pieces.join(GAP);
}

/** Whether a text has these pieces one after the other, from its beginning to its end. */
function isMadeOf(text: string, pieces: readonly string[]): boolean {
  const [first = "", ...others] = pieces;
  if (others.length === 0) return text === first;
  const last = others.pop() ?? "";
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of others) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

/** No name has it, so no name that is shortened otherwise looks as if it had a number. */
function unusedMark(names: readonly string[]): string {
  let mark = "#";
  while (names.some((name) => name.includes(mark))) mark += "#";
  return mark;
}
