/** What earlier versions said of an epoch or a batch in a sentence that they stored, both counted from 0. Nothing says it so today. */
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
 * A sentence of a stored run as people count. Those that are recorded today name no epoch: an event has a field for it. Earlier
 * versions put epochs and batches counted from 0 into them, in the words above; all other sentences stay as they are.
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
