/** How many shades a metric's values have; runs of one shade are drawn as one path. */
export const shades = 12;

/** From 0 for the worst value to 1 for the best; where neither way is better, from low to high. */
export function goodness(
  value: number,
  [min, max]: readonly [number, number],
  isLowBetter: boolean,
) {
  if (min === max) return 1;
  const place = (value - min) / (max - min);
  return isLowBetter ? 1 - place : place;
}

/** Which of the shades a goodness has; undefined where there is none. */
export function shadeOf(good: number | undefined): number | undefined {
  if (good === undefined || Number.isNaN(good)) return undefined;
  return Math.min(shades - 1, Math.max(0, Math.floor(good * shades)));
}

/** A shade as CSS: from pale to strong. */
export const shadeColor = (shade: number): string => `var(--shade-${shade})`;
