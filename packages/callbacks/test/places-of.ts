import type { RecordedRun } from "./recorded-run.ts";

/** The positions of a key's values: their steps and epochs. */
export function placesOf(run: RecordedRun, key: string) {
  const logs = run.logs.filter(({ values }) => key in values);
  return {
    steps: logs.map(({ position }) => position?.step),
    epochs: logs.map(({ position }) => position?.epoch),
  };
}
