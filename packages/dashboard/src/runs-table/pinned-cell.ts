/**
 * How a cell stays when the table scrolls sideways; a cell of no pinned column does not. On a phone only the name stays. The style is set by
 * the browser alone: the page's policy forbids style attributes that a server writes.
 */
export function pinnedCell(offset: number | undefined) {
  return offset === undefined
    ? { pinned: "", style: undefined }
    : { pinned: "sm:sticky sm:z-[4]", style: { left: offset } };
}
