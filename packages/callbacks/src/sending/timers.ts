interface Timers {
  setTimeout(call: () => void, ms: number): { unref?(): void };
  clearTimeout(timer: unknown): void;
  readonly performance: { now(): number };
}

const timers = globalThis as object as Timers;

/** Calls back later, and keeps no program alive for it. */
export function later(call: () => void, ms: number): unknown {
  const timer = timers.setTimeout(call, Math.max(0, ms));
  // A browser's timer is a number.
  if (typeof timer === "object") timer.unref?.();
  return timer;
}

/** Calls back later, and keeps the program alive until then. */
export function surelyLater(call: () => void, ms: number): unknown {
  return timers.setTimeout(call, ms);
}

/** Milliseconds of a clock that nobody sets. */
export function steadyNow(): number {
  return timers.performance.now();
}

export function cancel(timer: unknown): void {
  if (timer !== undefined) timers.clearTimeout(timer);
}
