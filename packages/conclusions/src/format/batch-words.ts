/**
 * A batch of an epoch in a sentence, counted from 1.
 *
 * @param batch counted from 0
 * @param of how many there are
 * @example
 * batchWords(2, 60); // "batch 3 of 60"
 */
export function batchWords(batch: number, of?: number): string {
  return `batch ${batch + 1}${of === undefined ? "" : ` of ${of}`}`;
}
