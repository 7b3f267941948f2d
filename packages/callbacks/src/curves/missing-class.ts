/** Which classes occur among samples. */
interface Classes {
  readonly hasPositives: boolean;
  readonly hasNegatives: boolean;
}

/** Which class is missing among samples, in words. Undefined where both occur, and where there are no samples. */
export function missingClass({ hasPositives, hasNegatives }: Classes): string | undefined {
  if (hasPositives === hasNegatives) return undefined;
  return hasPositives ? "no label is negative" : "no label is positive";
}
