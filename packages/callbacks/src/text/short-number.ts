/** A number in a sentence: with four digits. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(4)));
}
