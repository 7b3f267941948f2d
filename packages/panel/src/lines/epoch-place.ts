/**
 * Where a value stands on an axis of epochs. People count them from 1: the value of the first epoch stands at 1, where that epoch ended. A batch
 * stands where it ended, too: at 0.5 in the middle of the first epoch.
 *
 * @param epoch as it is stored: 0 for the first epoch, and for a batch between 0 and 1 in it
 * @param per what its series has a value for. @default "epoch"
 */
export function epochPlace(epoch: number, per: "epoch" | "batch" = "epoch"): number {
  return per === "epoch" ? epoch + 1 : epoch;
}
