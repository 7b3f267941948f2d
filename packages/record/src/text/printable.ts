/** What steers a terminal or turns a line around: control characters of both sets, marks of direction, halves of characters. */
const unprintable = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb]+/gu;

/** A text on one line, and without what would steer the terminal it is printed on: names of runs and messages may hold anything. */
export function printable(text: string): string {
  return text.replace(unprintable, " ");
}
