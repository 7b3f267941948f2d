import { integer, name } from "../kinds.ts";

/** What every record says but the first of a segment. */
export const ofRun = {
  run: name("it names no run"),
  /** Epoch milliseconds, by the writer's clock. */
  at: integer("it has no time"),
};
