/** What floats above the page looks alike, wherever it opens. */
export const popup =
  "rounded-card border border-line bg-raised text-text shadow-popup outline-none transition-opacity duration-100 data-[ending-style]:opacity-0 data-[starting-style]:opacity-0";

/** An entry of a menu or of a list to pick from. */
export const popupItem =
  "flex min-h-7 cursor-default select-none items-center gap-2 rounded-control px-2 py-1 outline-none data-[disabled]:text-faint data-[highlighted]:bg-accent-soft data-[highlighted]:text-accent";
