/** The numbers of all classes; empty for an invalid count, which the metric refuses. */
export function allClasses(numClasses: unknown): readonly number[] {
  const count = Number.isSafeInteger(numClasses) ? Math.min(Number(numClasses), 2 ** 16) : 0;
  return Array.from({ length: Math.max(0, count) }, (_, id) => id);
}
