const key = Symbol.for("epochal.programRuns");

/** A run of this program that is open, as whoever records it lists it. */
interface ProgramRun {
  readonly id: string;
}

/** The runs of this program that are open, in whatever store: they are listed under a global symbol, because stores share no code with this package. */
export function programRuns(): ReadonlySet<ProgramRun> {
  return (globalThis as { [key]?: ReadonlySet<ProgramRun> })[key] ?? new Set();
}

/** Lists a run that the program has started. @returns what takes it from the list, once it has ended */
export function listRun(run: ProgramRun): () => void {
  const host = globalThis as { [key]?: Set<ProgramRun> };
  host[key] ??= new Set();
  const runs = host[key];
  runs.add(run);
  return () => void runs.delete(run);
}
