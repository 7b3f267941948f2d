const WIDE = /^[\u1100-\uffff\u{10000}-\u{10ffff}mwMW—]/u;
const NARROW = /^[iljtfr.,:;'!|()[\] ]$/;

/** About how wide a character of a name is, in pixels, where no font can be asked. */
export function usualWidth(character: string): number {
  if (character === "…" || WIDE.test(character)) return 13;
  return NARROW.test(character) ? 4.5 : 7.6;
}
