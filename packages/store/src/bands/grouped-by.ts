import type { ParamName, StoreTypes } from "../store-types.ts";

/** What the runs of a group have in common. */
export interface GroupedBy<Types extends StoreTypes = StoreTypes> {
  /**
   * What runs of a group share: a param or several (`["optimizer.lr", "units"]`); `"config"`, all params but the seeds;
   * `"tags"`, a group for each tag, so that a run with two tags is in two. A list always names params. Runs that lack a param,
   * or have no tag, are a group of their own.
   *
   * @default all runs are one group
   */
  readonly by?: "config" | "tags" | ParamName<Types> | readonly ParamName<Types>[];
  /** Whether runs of a group share a tag besides: `by: "tags"` is this alone. @default false */
  readonly tags?: boolean;
}

export interface ReadGroupedBy {
  readonly by: "config" | readonly string[];
  readonly tags: boolean;
}

/** With its defaults. @param owner the call, for the message. @throws TypeError where it makes no sense */
export function readGroupedBy(owner: string, { by = [], tags = false }: GroupedBy): ReadGroupedBy {
  if (typeof tags !== "boolean") {
    throw new TypeError(`${owner}: tags must be true or false. Received: ${typeof tags}`);
  }
  if (by === "tags") return { by: [], tags: true };
  if (by === "config") return { by, tags };
  const paths: readonly unknown[] = Array.isArray(by) ? by : [by];
  const wrong = paths.find((path) => typeof path !== "string");
  if (wrong !== undefined || paths.includes(undefined)) {
    throw new TypeError(
      `${owner}: by must be "config", "tags", or one or several params. Received: ${typeof wrong}`,
    );
  }
  return { by: [...new Set(paths as string[])], tags };
}
