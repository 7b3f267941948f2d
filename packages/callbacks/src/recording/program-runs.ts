const key = Symbol.for("epochal.programRuns");

/** A run of this program that is open, as a store lists it. */
interface ProgramRun {
  readonly id: string;
}

/** The runs of this program that are open, in whatever store: stores list them under a global symbol, because they share no code with this package. */
export function programRuns(): ReadonlySet<ProgramRun> {
  return (globalThis as { [key]?: ReadonlySet<ProgramRun> })[key] ?? new Set();
}
