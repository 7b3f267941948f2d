import type { DifferingParam } from "../params/differing-params.ts";
import { ageColumn } from "./columns/age-column.tsx";
import { type CourseRange, courseColumn } from "./columns/course-column.tsx";
import { durationColumn } from "./columns/duration-column.tsx";
import { metricColumn } from "./columns/metric-column.tsx";
import { notesColumn } from "./columns/notes-column.tsx";
import { regretColumn } from "./columns/regret-column.tsx";
import type { RunColumn } from "./columns/run-column.ts";
import { statusColumn } from "./columns/status-column.tsx";
import { tagsColumn } from "./columns/tags-column.tsx";
import { textColumn } from "./columns/text-column.tsx";
import { verdictColumn } from "./columns/verdict-column.tsx";

interface KnownMetric {
  readonly key: string;
  readonly direction?: "max" | "min";
}

export interface AllColumnsArgs {
  /** What the runs are judged by; absent before anything is logged. */
  readonly judging?: KnownMetric;
  readonly metrics: readonly KnownMetric[];
  readonly params: readonly Pick<DifferingParam, "path" | "label">[];
  /** @default none */
  readonly tags?: readonly string[];
  /** Names of facts of machines: `host`. */
  readonly facts: readonly string[];
  /** Of the sparklines. */
  readonly range: CourseRange;
}

/** Every column that the table of a project can have, in the order in which a list of them reads. */
export function allColumns(args: AllColumnsArgs): readonly RunColumn[] {
  const { judging, metrics, params, tags = [], facts, range } = args;
  const better = ({ direction }: KnownMetric) => (direction ? { better: direction } : {});
  const judged = judging && { key: judging.key, judging: true, ...better(judging) };
  return [
    ...(judging && judged
      ? [
          metricColumn({ ...judged, which: "best" }),
          metricColumn({ ...judged, which: "kept" }),
          courseColumn(judging.key, range),
          metricColumn({ ...judged, which: "last" }),
          regretColumn,
        ]
      : []),
    durationColumn,
    ageColumn,
    tagsColumn,
    notesColumn,
    ...params.map(({ path, label }) =>
      textColumn({ asks: `param:${path}`, label, group: "Params", sorts: true }),
    ),
    ...tags.map((tag) => textColumn({ asks: `tag:${tag}`, label: tag, group: "Tags" })),
    statusColumn,
    verdictColumn,
    ...metrics.flatMap((metric) =>
      (["best", "last", "kept"] as const).map((which) =>
        metricColumn({ key: metric.key, which, ...better(metric) }),
      ),
    ),
    ...facts.map((fact) => textColumn({ asks: `fact:${fact}`, label: fact, group: "Machine" })),
  ];
}

const USUAL = new Set(["best", "kept", "course", "last", "regret", "duration", "started", "tags"]);
const MOST_PARAMS = 12;

/** The ids of the columns that are shown until a person chooses: what runs are judged by, and what differs. */
export function usualColumns(
  columns: readonly RunColumn[],
  differing: readonly string[],
): readonly string[] {
  const params = new Set(differing.slice(0, MOST_PARAMS));
  return columns.map(({ id }) => id).filter((id) => USUAL.has(id) || params.has(id));
}
