import type { RunView } from "../wire/run-json.ts";
import { configLeaves } from "./config-leaves.ts";

/** A config leaf on which runs differ. */
export interface DifferingParam {
  /** Where it is in the config: `optimizer.learningRate`. */
  readonly path: string;
  /** As it is called in a name: `lr`. */
  readonly label: string;
  /** What each run that has it holds, by run id. */
  readonly values: ReadonlyMap<string, string>;
}

/** The config leaves that are not the same in all runs, in the order of the config. */
export function differingParams(runs: readonly RunView[]): readonly DifferingParam[] {
  const byPath = new Map<string, Map<string, string>>();
  for (const run of runs) {
    for (const [path, value] of configLeaves(run.config)) {
      const values = byPath.get(path) ?? new Map<string, string>();
      byPath.set(path, values.set(run.id, value));
    }
  }
  const differing = [...byPath].filter(
    ([, values]) => values.size < runs.length || new Set(values.values()).size > 1,
  );
  const short = differing.map(([path]) => shortKey(path));
  return differing.map(([path, values], index) => {
    const label = short[index] ?? path;
    const alone = short.filter((other) => other === label).length === 1;
    return { path, label: alone ? label : path, values };
  });
}

/** `optimizer.learningRate` is `lr`; other keys keep their last part. */
function shortKey(path: string): string {
  const last = path.slice(path.lastIndexOf(".") + 1);
  return /^(learning_?rate|lr)$/i.test(last) ? "lr" : last;
}
