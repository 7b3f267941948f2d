"use client";

import { counted, formatValue, paramText, type SearchRecord } from "@epochal/conclusions";
import { PageLink } from "../ui/page-link.tsx";
import { svgPlace } from "../ui/svg-place.ts";
import { numberScale } from "./axis-scale.ts";
import type { ParameterRun } from "./parameters-data.ts";
import { PlotAxes, type PlotBox, plotX, plotY } from "./plot-axes.tsx";
import { useWidth } from "./use-width.ts";

export interface ProgressChartProps {
  readonly title: string;
  readonly runs: readonly ParameterRun[];
  readonly records: readonly SearchRecord[];
  readonly highlighted: string | undefined;
  readonly onHighlight: (id: string | undefined) => void;
}

const height = 220;
const mostChanges = 3;

/** The best value so far, run after run, and what moved the record each time. */
export function ProgressChart({
  title,
  runs,
  records,
  highlighted,
  onHighlight,
}: ProgressChartProps) {
  const [element, width] = useWidth<HTMLDivElement>(640);
  const box: PlotBox = { left: 64, right: width - 16, top: 32, bottom: height - 44 };
  const ordered = runs
    .filter(({ isFound, value }) => isFound && value !== undefined)
    .toSorted((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
  const finite = ordered.flatMap(({ value = Number.NaN }) =>
    Number.isFinite(value) ? [value] : [],
  );
  if (records.length === 0 || finite.length === 0) {
    return (
      <p className="text-muted">No run has a finite {title}, or neither way of it is better.</p>
    );
  }
  const x = numberScale(1, Math.max(1, ordered.length), { mayBeLog: false });
  const y = numberScale(Math.min(...finite), Math.max(...finite), { mayBeLog: false });
  const at = (place: number, value: number) =>
    [plotX(box, x.place(place + 1)), plotY(box, y.place(value))] as const;
  return (
    <div ref={element} className="min-w-0">
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={`The best ${title} so far, over ${counted(ordered.length, "run")}`}
      >
        <PlotAxes
          box={box}
          x={x}
          y={y}
          xTitle="runs, in the order in which they were started"
          yTitle={title}
        />
        {ordered.map((run, place) => {
          const [cx, cy] = at(place, run.value ?? Number.NaN);
          return Number.isNaN(cy) ? null : (
            <circle
              key={run.id}
              cx={cx}
              cy={cy}
              r={run.id === highlighted ? 4 : 2}
              fill="var(--faint)"
              opacity={0.6}
            />
          );
        })}
        <path
          d={stepPath(records, ordered.length, at)}
          fill="none"
          stroke="var(--accent)"
          strokeWidth={2}
        />
        {records.map(({ id, place, value }) => {
          const [cx, cy] = at(place, value);
          return (
            <circle
              key={id}
              cx={cx}
              cy={cy}
              r={id === highlighted ? 6 : 4}
              fill="var(--accent)"
              stroke="var(--surface)"
            />
          );
        })}
      </svg>
      <ol className="mt-1 grid gap-1">
        {records.toReversed().map((record, i) => (
          <li
            key={record.id}
            className="flex min-w-0 gap-2 text-small"
            onPointerEnter={() => onHighlight(record.id)}
            onPointerLeave={() => onHighlight(undefined)}
          >
            <PageLink
              href={`/runs/${record.id}`}
              className="shrink-0 font-medium tabular-nums hover:underline"
            >
              {formatValue(record.value)}
            </PageLink>
            <span className="shrink-0 text-muted tabular-nums">run {record.place + 1}</span>
            <span
              className="min-w-0 truncate text-muted"
              title={changeText(record, Number.POSITIVE_INFINITY)}
            >
              {i === records.length - 1 ? "the first" : changeText(record, mostChanges)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function stepPath(
  records: readonly SearchRecord[],
  count: number,
  at: (place: number, value: number) => readonly [number, number],
): string {
  return records
    .map(({ place, value }, i) => {
      const [x, y] = at(place, value);
      const [end] = at(records[i + 1]?.place ?? count - 1, value);
      return `${i === 0 ? "M" : "L"}${svgPlace(x)} ${svgPlace(y)}H${svgPlace(end)}`;
    })
    .join("");
}

/** `learningRate 0.01 → 0.003, dropout added`. */
function changeText({ changes }: SearchRecord, most: number): string {
  if (changes === undefined) return "";
  const all = [
    ...changes.differing.map(({ path, a, b }) => `${path} ${paramText(a)} → ${paramText(b)}`),
    ...changes.onlyInB.map(({ path, value }) => `${path} ${paramText(value)} added`),
    ...changes.onlyInA.map(({ path }) => `${path} left out`),
  ];
  if (all.length === 0) return "the same params";
  if (all.length <= most) return all.join(", ");
  return `${all.slice(0, most).join(", ")} and ${counted(all.length - most, "other", "others")}`;
}
