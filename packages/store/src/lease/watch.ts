/**
 * How readers of this machine have seen a run's last heartbeat by their own clock: once (`seen`), after another one (`moved`),
 * or unchanged for as long as a run may be silent (`still`).
 */
export interface Watch {
  readonly state: "seen" | "moved" | "still";
  /** How long they have seen it so, in milliseconds. */
  readonly forMs: number;
}
