import type { XRange } from "@epochal/panel/charts";

/** A range with no more digits than its width needs: a drag of the mouse knows no more, and the address stays readable. */
export function shortRange({ min, max }: XRange): XRange {
  const unit = 10 ** (Math.floor(Math.log10(max - min)) - 2);
  const round = (x: number) => {
    const rounded = Math.round(x / unit) * unit;
    // Without the dust of binary arithmetic.
    return Number(rounded.toFixed(Math.min(100, Math.max(0, -Math.floor(Math.log10(unit))))));
  };
  const short = { min: round(min), max: round(max) };
  return short.min < short.max ? short : { min, max };
}
