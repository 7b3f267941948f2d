/** The field for a query looks alike before and after it has been loaded. */
export const filterLook =
  "h-7 w-full rounded-control border border-line bg-bg px-2.5 placeholder:text-muted aria-invalid:border-bad";

export const filterHint = "Filter: val_auc > 0.9 units = 32, or a name…";
