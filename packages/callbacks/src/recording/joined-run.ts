import type { RunWriter } from "@epochal/record";

const key = Symbol.for("epochal.joinedRuns");

/**
 * The run that a model's fits are recorded into without a word of the program's, by whatever copy of this package: decisions of
 * callbacks that have no run of their own belong there, too.
 */
export function joinedRunOf(model: object | null): RunWriter | undefined {
  return model === null ? undefined : shared().get(model);
}

/** Says into which run the fits of this model are recorded from now on; none where it is left out. */
export function joinRun(model: object, run?: RunWriter): void {
  if (run === undefined) shared().delete(model);
  else shared().set(model, run);
}

function shared(): WeakMap<object, RunWriter> {
  const host = globalThis as { [key]?: WeakMap<object, RunWriter> };
  host[key] ??= new WeakMap();
  return host[key];
}
