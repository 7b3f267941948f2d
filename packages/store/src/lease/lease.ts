/** The waiting times of the store, in milliseconds. */
export interface Lease {
  /** How often a store says that its runs live. */
  readonly beatMs: number;
  /** For how long a run may be silent before it counts as stalled: several heartbeats. */
  readonly silentMs: number;
  /** A journal whose writer cannot be asked is folded after so much silence, in case the writer is gone. */
  readonly quietMs: number;
  /** After so much silence a folded one is removed, too. */
  readonly forgottenMs: number;
  /** A database that stays locked for so long is reported. */
  readonly lockedMs: number;
}

/** The times outside of tests. */
export const usualLease: Lease = {
  beatMs: 5_000,
  silentMs: 60_000,
  quietMs: 60_000,
  forgottenMs: 7 * 24 * 3_600_000,
  lockedMs: 15_000,
};
