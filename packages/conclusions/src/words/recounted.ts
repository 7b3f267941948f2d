/** How earlier versions named an epoch or a batch in the sentences that they stored, counted from 0. No sentence of today has these words. */
const earlier: readonly RegExp[] = [
  /( had not improved on \S+ \(epoch )(\d+)(\))/g,
  /( \(best: \S+ in epoch )(\d+)(\)$)/g,
  /( asked to stop after epoch )(\d+)($)/g,
  /( says so for epoch )(\d+)($)/g,
  /( is not among the logs of epoch )(\d+)(: )/g,
  /( goes on at epoch )(\d+)(, batch \d+$)/g,
  /( goes on at epoch \d+, batch )(\d+)($)/g,
  /(fit: interrupted before epoch )(\d+)($)/g,
  /( after batch )(\d+)( of epoch \d+(?:, after a loss of |$))/g,
  /( after batch \d+ of epoch )(\d+)(, after a loss of |$)/g,
];

/**
 * Says a sentence of a stored run with epochs and batches counted from 1. Earlier versions stored them counted from 0, in the words
 * above. Every other sentence stays as it is: what is stored today names no epoch, for events have fields for that.
 */
export function recounted(sentence: string): string {
  return earlier.reduce(
    (text, words) =>
      text.replace(words, (_, before: string, count: string, after: string) => {
        return `${before}${Number(count) + 1}${after}`;
      }),
    sentence,
  );
}
