import { type ColumnDef, rowSortingFeature, tableFeatures } from "@tanstack/react-table";
import type { RunRow } from "./run-row.ts";

/** What the runs table needs of the table library. */
export const columnFeatures = tableFeatures({ rowSortingFeature });

/** A column of the runs table. */
// biome-ignore lint/suspicious/noExplicitAny: columns of different values stand in one list
export type RunColumn = ColumnDef<typeof columnFeatures, RunRow, any>;
