const FIGURE_SPACE = "\u2007";
const POINT_SPACE = "\u2008";

/** How many digits stand after the point of the longest of these numbers. Numbers with an exponent, words and units do not count. */
export function mostDecimals(texts: Iterable<string>): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, decimalsOf(text) ?? 0);
  return most;
}

/** A number with blanks as wide as figures after it, so that the points of a right-aligned column stand below each other. */
export function alignDecimals(text: string, most: number): string {
  const decimals = decimalsOf(text);
  if (decimals === undefined || decimals >= most) return text;
  return text + (decimals === 0 ? POINT_SPACE : "") + FIGURE_SPACE.repeat(most - decimals);
}

/** Undefined where the text is no plain number. */
function decimalsOf(text: string): number | undefined {
  const match = /^[+−-]?\d+(?:\.(\d+))?$/.exec(text);
  return match === null ? undefined : (match[1]?.length ?? 0);
}
