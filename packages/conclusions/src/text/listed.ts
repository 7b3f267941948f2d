/** `acc`, `acc and auc`, `acc, auc and loss` */
export function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join()
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
