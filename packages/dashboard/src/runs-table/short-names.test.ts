import fc from "fast-check";
import { expect, test } from "vitest";
import { shortNames } from "./short-names.ts";

/** Of a font in which all characters are as wide. */
const widthOf = () => 1;
const characters = new Intl.Segmenter("en", { granularity: "grapheme" });
const widthIn = (text: string) => [...characters.segment(text)].length;
const shorten = (names: readonly string[], room: number) => {
  const short = shortNames({ names, widthOf });
  return names.map((name) => short(name, room));
};

const anyText = (maxLength: number) =>
  fc.oneof(
    fc.string({ unit: "grapheme", maxLength }),
    fc.stringMatching(new RegExp(`^[ab1.… #]{0,${Math.min(maxLength, 12)}}$`)),
    fc.constantFrom(
      "baseline of the week, lr 0.",
      "ריצת בסיס ",
      "تجربة بمعدل تعلم",
      "🏃🏽‍♀️🏃🏽‍♀️ ",
      "seed ",
    ),
  );
const alike = fc
  .tuple(anyText(40), fc.array(anyText(12), { minLength: 2, maxLength: 12 }), anyText(40))
  .map(([before, middles, after]) => middles.map((middle) => before + middle + after));
const sweep = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(9), fc.stringMatching(/^[a-z ]{0,30}$/));
const swept = fc
  .tuple(fc.array(sweep, { minLength: 2, maxLength: 12 }), anyText(20))
  .map(([runs, name]) =>
    runs.map(
      ([lr, units, seed, note]) =>
        `${name} · lr ${10 ** -lr}, ${32 * 2 ** units} units${note}, seed ${seed}`,
    ),
  );

test("two names that differ never read alike, however little room there is, and short ones are whole", () => {
  fc.assert(
    fc.property(fc.oneof(alike, swept, fc.array(anyText(30))), fc.nat(60), (given, room) => {
      const names = [...new Set(given)];
      const texts = shorten(names, room);
      expect(new Set(texts).size).toBe(names.length);
      for (const [at, name] of names.entries()) {
        const text = texts[at] ?? "";
        if (widthIn(name) <= room) expect(text).toBe(name);
        // A number has this much: an ellipsis, a mark that no name has, and its digits.
        else expect(widthIn(text)).toBeLessThanOrEqual(Math.max(room, 20));
      }
    }),
    { numRuns: 300 },
  );
});

test("five seeds of one long name keep their seed, and the beginning of the name", () => {
  const names = [1, 2, 3, 4, 5].map(
    (seed) => `baseline of the second week · lr 0.01, 128 units, dropout 0.3, seed ${seed}`,
  );
  expect(shorten(names, 16)).toEqual([1, 2, 3, 4, 5].map((seed) => `basel…, seed ${seed}`));
});

test("what differs stays in the middle of a name, and no number is cut in two", () => {
  const middle = (what: string) => `baseline ${what} of the second week after all was cleaned`;
  expect(shorten([middle("1"), middle("2")], 16)).toEqual(["baseline 1…eaned", "baseline 2…eaned"]);
  const names = [64, 128].flatMap((units) =>
    [1, 2].map((seed) => `night · lr 0.00349, ${units} units, seed ${seed}`),
  );
  for (let room = 10; room < 40; room++)
    for (const text of shorten(names, room))
      for (const [number] of text.matchAll(/\d[\d.]*/g))
        expect(["0.00349", "64", "128", "1", "2"]).toContain(number);
});

test("a number stands where not even what differs has room", () => {
  const both = ["north", "south"];
  const names = both.flatMap((first) =>
    both.flatMap((second) => both.map((third) => `${first} by ${second} by ${third} of here`)),
  );
  expect(shorten(names, 8).slice(0, 3)).toEqual(["north…#1", "north…#2", "north…#3"]);
});
