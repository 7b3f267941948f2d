import type { WriterState } from "./probe-writer.ts";
import type { Watch } from "./watch.ts";

/** How a process was found to be gone. */
export type FoundGone = Extract<WriterState, "gone" | "thread_gone" | "restarted">;

/**
 * Whether a process is gone for good, so that nobody need look for it again. Undefined where it is not, or that cannot be known.
 *
 * @param watch what is known of its heartbeat by this machine's clock
 * @param silentMs for how long it may be silent
 */
export function foundGone(
  process: WriterState,
  watch: Watch | undefined,
  silentMs: number,
): FoundGone | undefined {
  if (process === "gone" || process === "thread_gone") return process;
  const isStill = watch !== undefined && (watch.state === "still" || watch.forMs > silentMs);
  return process === "restarted" && isStill ? process : undefined;
}
