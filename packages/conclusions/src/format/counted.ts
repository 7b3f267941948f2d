import { formatCount } from "./format-count.ts";

/**
 * So many of something: `1 epoch`, `1,200 values`.
 *
 * @param word of one of them
 * @param words of several. @default `word` with an s
 */
export function counted(count: number, word: string, words = `${word}s`): string {
  return `${formatCount(count)} ${count === 1 ? word : words}`;
}
