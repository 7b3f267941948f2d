/**
 * For how long this machine has been awake, in milliseconds: the same for all its processes. Setting the clock does not change
 * it, and on Linux it stands still while the machine sleeps.
 */
export function awakeMs(): number {
  return Math.round(Number(process.hrtime.bigint() / 1_000_000n));
}
