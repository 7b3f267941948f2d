/** The end of an error: which label is no class, and how to make labels that count from 1 count from 0. */
export function classAdvice(labels: ArrayLike<number>, classes: number, wrong: number): string {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < labels.length; i++) {
    least = Math.min(least, labels[i] as number);
    most = Math.max(most, labels[i] as number);
  }
  const isFromOne = least >= 1 && most === classes;
  return `Received: ${wrong}${isFromOne ? ". Classes count from 0: give y.sub(1)" : ""}`;
}
