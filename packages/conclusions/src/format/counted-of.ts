import { counted } from "./counted.ts";
import { formatCount } from "./format-count.ts";

/** How many of all were found: `12 of 200 runs`, or `200 runs` where these are all. @param words of several. @default `word` with an s */
export function countedOf(found: number, total: number, word: string, words?: string): string {
  const all = counted(total, word, words);
  return found === total ? all : `${formatCount(found)} of ${all}`;
}
