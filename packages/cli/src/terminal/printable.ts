/** Text from a store may come from anywhere: nothing in it may steer the terminal or turn the line around. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, " ").trim();
}
