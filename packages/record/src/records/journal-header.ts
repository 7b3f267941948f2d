import * as v from "valibot";
import type { Frozen } from "../frozen.ts";
import { integer } from "../kinds.ts";
import { journalWriter } from "./journal-writer.ts";

export const journalHeader = v.object({
  type: v.literal("journal"),
  /** Version of this format. A reader refuses a version it does not know. */
  version: v.literal(1, ({ input }) => `its format ${String(input)} is unknown`),
  /** Epoch milliseconds. */
  at: integer("it has no time"),
  writer: journalWriter,
});

/** First line of every segment. */
export type JournalHeader = Frozen<v.InferOutput<typeof journalHeader>>;
