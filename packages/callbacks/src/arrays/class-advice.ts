/** Which label is no class, and what makes labels that count from 1 count from 0: the end of an error. */
export function classAdvice(labels: ArrayLike<number>, classes: number, wrong: number): string {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < labels.length; i++) {
    least = Math.min(least, labels[i] as number);
    most = Math.max(most, labels[i] as number);
  }
  const isFromOne = least >= 1 && most === classes;
  return `Received: ${wrong}${isFromOne ? ". Classes count from 0: give y.sub(1)" : ""}`;
}
