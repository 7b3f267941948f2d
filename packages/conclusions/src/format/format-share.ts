/**
 * A share in percent: two digits that matter, and whole percents from ten on. Only nothing is `0 %`.
 *
 * @example
 * formatShare(0.0161); // "1.6 %"
 * formatShare(0.374); // "37 %"
 */
export function formatShare(share: number): string {
  const percent = share * 100;
  const isLarge = Math.abs(percent) >= 10;
  return `${isLarge ? Math.round(percent) : Number(percent.toPrecision(2))} %`;
}
