import type { RunWriter } from "@epochal/record";

const methods = ["log", "describe", "event"] as const satisfies (keyof RunWriter)[];

/** Refuses a run that cannot be recorded into. */
export function checkRun(className: string, run: unknown): asserts run is RunWriter | undefined {
  if (run === undefined) {
    return;
  }
  const missing = methods.filter(
    (method) =>
      typeof run !== "object" || run === null || typeof Reflect.get(run, method) !== "function",
  );
  if (missing.length > 0) {
    const got =
      run instanceof Promise
        ? "a promise: await the run first"
        : `one without ${missing.join(", ")}`;
    throw new TypeError(
      `${className}: run must be a run writer with ${methods.join(", ")}. Received: ${got}`,
    );
  }
}
