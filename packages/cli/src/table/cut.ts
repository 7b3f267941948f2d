import measure from "fast-string-truncated-width";

const ELLIPSIS = "…";
/** How much of either end of a very long text is looked at. */
const LONGEST = 4_000;

const characters = new Intl.Segmenter();

/** Columns that a text takes in a terminal. */
export function widthOf(text: string): number {
  return measure(text).width;
}

/** Shortens a text to so many columns. An ellipsis at its end says that something is missing. */
export function cutEnd(text: string, width: number): string {
  return fits(text, width) ? text : `${beginning(text, width - 1)}${ELLIPSIS}`;
}

/** Shortens a text to so many columns in its middle: names of runs differ at their ends. */
export function cutMiddle(text: string, width: number): string {
  if (fits(text, width)) return text;
  const begin = beginning(text, Math.ceil((width - 1) / 2));
  return `${begin}${ELLIPSIS}${ending(text, width - 1 - widthOf(begin))}`;
}

function fits(text: string, width: number): boolean {
  return text.length <= LONGEST && widthOf(text) <= width;
}

/** The longest beginning of whole characters that fits. */
function beginning(text: string, width: number): string {
  let begin = "";
  for (const { segment } of characters.segment(text.slice(0, LONGEST))) {
    if (widthOf(begin + segment) > width) break;
    begin += segment;
  }
  return begin;
}

/** The longest end of whole characters that fits. */
function ending(text: string, width: number): string {
  let end = "";
  for (const { segment } of [...characters.segment(text.slice(-LONGEST))].reverse()) {
    if (widthOf(segment + end) > width) break;
    end = segment + end;
  }
  return end;
}
