import { bigint, doublePrecision, pgTable, primaryKey } from "drizzle-orm/pg-core";

/** Every value ever logged; the truth. */
export const points = pgTable(
  "points",
  {
    /** The run: the first 43 bits of `series_id`, by which the rows are spread over partitions. */
    runRow: bigint("run_row", { mode: "number" }).notNull(),
    seriesId: bigint("series_id", { mode: "number" }).notNull(),
    step: bigint({ mode: "number" }).notNull(),
    epoch: doublePrecision(),
    wallMs: bigint("wall_ms", { mode: "number" }).notNull(),
    /** NULL is NaN; infinite values are stored as they are. */
    value: doublePrecision(),
    /** The segment of the run that wrote it. */
    segment: bigint({ mode: "number" }).notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.runRow, table.seriesId, table.step] })],
);
