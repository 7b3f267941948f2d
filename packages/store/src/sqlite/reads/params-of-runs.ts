import { closestName } from "@epochal/record";
import type { Database, Statement } from "better-sqlite3";

type ParamRow = [run: string, path: string, value: string];

/** Reads the params of many runs. */
export class ParamsOfRuns {
  readonly #all: Statement<[string], ParamRow>;
  readonly #some: Statement<[string, string], ParamRow>;

  constructor(db: Database) {
    // CROSS JOIN: in this order.
    this.#all = db
      .prepare<[string], ParamRow>(
        `SELECT run_id, params.path, params.value FROM json_each(?) AS wanted
          CROSS JOIN params ON run_id = wanted.value`,
      )
      .raw();
    this.#some = db
      .prepare<[string, string], ParamRow>(
        `SELECT run_id, params.path, params.value FROM json_each(?) AS wanted
          CROSS JOIN json_each(?) AS paths
          CROSS JOIN params ON run_id = wanted.value AND params.path = paths.value`,
      )
      .raw();
  }

  /** Of each run its params by their paths, as JSON. @param paths all, where there are none */
  run(ids: readonly string[], paths?: readonly string[]): Map<string, Map<string, string>> {
    const wanted = JSON.stringify(ids);
    const rows =
      paths === undefined ? this.#all.all(wanted) : this.#some.all(wanted, JSON.stringify(paths));
    const found = new Map(ids.map((id) => [id, new Map<string, string>()]));
    for (const [run, path, value] of rows) found.get(run)?.set(path, value);
    return found;
  }

  /**
   * The paths of params that somebody names: `learningRate` is `optimizer.learningRate`, where only one ends so.
   *
   * @param owner the call, for the message
   * @throws RangeError where no run has it, or several end so
   */
  resolve(owner: string, ids: readonly string[], names: readonly string[]): string[] {
    if (ids.length === 0) return [...names];
    const exact = new Set(
      [...this.run(ids, names).values()].flatMap((params) => [...params.keys()]),
    );
    if (names.every((name) => exact.has(name))) return [...names];
    const known = new Set([...this.run(ids).values()].flatMap((params) => [...params.keys()]));
    return names.map((name) => (exact.has(name) ? name : resolveOne(owner, name, [...known])));
  }
}

function resolveOne(owner: string, name: string, known: readonly string[]): string {
  const [path, ...others] = known.filter((each) => each.endsWith(`.${name}`));
  if (path !== undefined && others.length === 0) return path;
  const similar = path === undefined ? closestName(name, known) : [path, ...others].join(" or ");
  throw new RangeError(
    `${owner}: by must name params of the runs. Received: ${name.slice(0, 100)}, which none of them has` +
      (similar === undefined ? "" : `. Did you mean ${similar}?`),
  );
}
