/**
 * The number by which people read an epoch: they count from 1, programs from 0. The end of the first epoch stands at 1 in charts.
 *
 * @param epoch counted from 0, as in logs, fields and files; of a batch the place between, 0.5 in the middle of the first epoch
 * @param per what the number is of. @default "epoch"
 */
export function shownEpoch(epoch: number, per: "epoch" | "batch" = "epoch"): number {
  return per === "epoch" ? Math.floor(epoch) + 1 : Math.max(1, Math.ceil(epoch));
}
