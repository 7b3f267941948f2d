/** How long who waits for what, all in milliseconds. */
export interface Lease {
  /** How often a store says that its runs live. */
  readonly beatMs: number;
  /** For how long a run may be silent before it counts as stalled: several heartbeats. */
  readonly silentMs: number;
  /** A journal whose writer cannot be asked is folded when it was silent for so long, in case the writer is gone. */
  readonly quietMs: number;
  /** And removed, once it is folded, when it was silent for so long. */
  readonly forgottenMs: number;
  /** A database that was locked for so long is reported. */
  readonly lockedMs: number;
}

/** What holds outside of tests. */
export const usualLease: Lease = {
  beatMs: 5_000,
  silentMs: 60_000,
  quietMs: 60_000,
  forgottenMs: 7 * 24 * 3_600_000,
  lockedMs: 15_000,
};
