const key = Symbol.for("epochal.programRuns");

/** A run of this program that is open. */
export interface ProgramRun {
  readonly id: string;
  /** The database file of its store. */
  readonly location: string;
}

/**
 * The runs of this program that are open, of all its stores and of all copies of this package. It is a global symbol, because what
 * records fits on its own, in `@epochal/callbacks`, shares no code with a store and must not record again what the program does.
 */
export function programRuns(): Set<ProgramRun> {
  const host = globalThis as { [key]?: Set<ProgramRun> };
  host[key] ??= new Set();
  return host[key];
}
