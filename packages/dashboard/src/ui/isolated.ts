/** Letters of scripts that are written from right to left, and the marks that turn a direction. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff]|\ud83a|\ud83b|\ud802|\ud803/;

/** A text that stands inside of another one: it keeps its direction for itself, whatever it holds. */
export function isolated(text: string): string {
  return TURNS.test(text) ? `\u2068${text}\u2069` : text;
}
