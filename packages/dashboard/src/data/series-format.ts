export type { SeriesColumns } from "../wire/series-format.ts";
