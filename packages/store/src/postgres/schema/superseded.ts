import { bigint, doublePrecision, pgTable, primaryKey } from "drizzle-orm/pg-core";

/** Points of earlier segments of a run, at steps that a later one went through again. */
export const superseded = pgTable(
  "superseded",
  {
    /** The run: the first 43 bits of `series_id`, by which the rows are spread over partitions. */
    runRow: bigint("run_row", { mode: "number" }).notNull(),
    seriesId: bigint("series_id", { mode: "number" }).notNull(),
    segment: bigint({ mode: "number" }).notNull(),
    step: bigint({ mode: "number" }).notNull(),
    epoch: doublePrecision(),
    wallMs: bigint("wall_ms", { mode: "number" }).notNull(),
    value: doublePrecision(),
  },
  (table) => [primaryKey({ columns: [table.runRow, table.seriesId, table.segment, table.step] })],
);
