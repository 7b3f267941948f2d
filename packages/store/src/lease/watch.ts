/**
 * What readers of this machine know of a run's last heartbeat, by their own clock: they have only `seen` it, it has `moved`, as
 * another was there before, or it has stood `still` for as long as a run may be silent.
 */
export interface Watch {
  readonly state: "seen" | "moved" | "still";
  /** For how long they have seen it so, in milliseconds. */
  readonly forMs: number;
}
