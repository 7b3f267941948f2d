"use client";
import { formatValue } from "@epochal/conclusions";
import { useCallback, useId, useMemo, useRef, useState } from "react";
import { chartSummary } from "./chart-summary.ts";
import { formatTick } from "./format-tick.ts";
import type { MetricChartProps } from "./metric-chart-props.ts";
import { PlotCursor, reachOf } from "./plot-cursor.tsx";
import { ReadoutColumn, ReadoutLine } from "./readout.tsx";
import { lastRows, type ReadoutRow, readoutRows } from "./readout-rows.ts";
import { Signal } from "./signal.ts";
import { useChartPicture } from "./use-chart-picture.ts";
import { useLineChart } from "./use-line-chart.ts";
import { useSignal } from "./use-signal.ts";

/**
 * One metric of several runs: training dashed, validation solid, the best point named, what is not finite in a lane of its
 * own, and the values at the cursor beside the plot, never on it.
 */
export function MetricChart(props: MetricChartProps) {
  const { title, runs, xAxis = "epoch", direction, wide = false, children } = props;
  const [own] = useState(() => ({
    cursor: new Signal<number | undefined>(undefined),
    hovered: new Signal<string | undefined>(undefined),
  }));
  const cursor = props.cursor ?? own.cursor;
  const hoveredRun = props.hoveredRun ?? own.hovered;
  const { picture, places } = useChartPicture(props);
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLCanvasElement>(null);
  const chart = useLineChart(canvas, layer, picture, hoveredRun);
  const heading = useId();
  const { meta, leaving } = chartSummary(picture.lines, picture.axis);

  const { lines } = picture;
  const rowsAt = useCallback(
    (x: number, hovered?: string) =>
      readoutRows({ runs, lines, x, reach: reachOf(places), direction, hovered }),
    [runs, lines, places, direction],
  );
  const last = useMemo(() => lastRows(runs, lines, direction), [runs, lines, direction]);
  const describe = (x: number) =>
    `${xAxis} ${formatTick(x)}: ${rowsAt(x).slice(0, 5).map(inWords).join(", ")}`;

  return (
    <article
      aria-labelledby={heading}
      className="@container min-w-0 rounded-card border border-line bg-surface px-3 pt-2.5 pb-2.5"
    >
      <header className="mb-1 flex h-5 items-baseline gap-2.5 max-sm:h-auto max-sm:min-h-5">
        <h2 id={heading} className="max-w-[45%] flex-none truncate font-semibold text-[13.5px]">
          {title}
        </h2>
        <AtCursor
          cursor={wide ? undefined : cursor}
          hoveredRun={hoveredRun}
          rowsAt={rowsAt}
          xAxis={xAxis}
        >
          <p className="min-w-0 text-small text-muted sm:truncate" title={leaving}>
            {meta}
            {leaving && <span className="text-warn"> · {leaving}</span>}
          </p>
        </AtCursor>
      </header>
      <div
        className={
          wide
            ? "@[660px]:grid @[660px]:grid-cols-[minmax(0,1fr)_minmax(180px,268px)] @[660px]:gap-4"
            : undefined
        }
      >
        <div className="min-w-0">
          <div className={`relative ${wide ? "h-[272px]" : "h-[212px]"}`}>
            <canvas
              ref={canvas}
              role="img"
              aria-label={`${title}: metric, ${meta.replaceAll(" · ", ", ")}`}
            />
            <canvas
              ref={layer}
              aria-hidden
              className="pointer-events-none absolute inset-0 size-full"
            />
            <PlotCursor
              title={title}
              picture={picture}
              places={places}
              cursor={cursor}
              hoveredRun={hoveredRun}
              chart={chart}
              describe={describe}
            />
          </div>
          {children}
        </div>
        {wide && (
          <aside aria-label={`Values of ${title}`} className="@[660px]:mt-1 mt-2 min-h-32">
            <ValuesColumn
              cursor={cursor}
              hoveredRun={hoveredRun}
              rowsAt={rowsAt}
              xAxis={xAxis}
              last={last}
            />
          </aside>
        )}
      </div>
    </article>
  );
}

const inWords = ({ run, validation, train }: ReadoutRow) =>
  `${run.label} ${formatValue(validation ?? train ?? Number.NaN)}`;

interface AtCursorProps {
  readonly cursor: Signal<number | undefined> | undefined;
  readonly hoveredRun: Signal<string | undefined>;
  readonly rowsAt: (x: number, hovered?: string) => readonly ReadoutRow[];
  readonly xAxis: string;
  readonly children: React.ReactNode;
}

const nowhere = new Signal<number | undefined>(undefined);

function AtCursor({ cursor, hoveredRun, rowsAt, xAxis, children }: AtCursorProps) {
  const x = useSignal(cursor ?? nowhere, (value) => value);
  const hovered = useSignal(hoveredRun, (run) => run);
  const rows = x === undefined ? [] : rowsAt(x, hovered);
  if (x === undefined || rows.length === 0) return children;
  return (
    <p className="min-w-0 flex-1 text-small text-muted">
      <ReadoutLine place={`${xAxis} ${formatTick(x)}`} rows={rows} />
    </p>
  );
}

interface ValuesColumnProps extends Omit<AtCursorProps, "children" | "cursor"> {
  readonly cursor: Signal<number | undefined>;
  /** What the runs held last. */
  readonly last: readonly ReadoutRow[];
}

function ValuesColumn({ cursor, hoveredRun, rowsAt, xAxis, last }: ValuesColumnProps) {
  const x = useSignal(cursor, (value) => value);
  const hovered = useSignal(hoveredRun, (run) => run);
  if (x !== undefined) {
    return <ReadoutColumn place={`${xAxis} ${formatTick(x)}`} rows={rowsAt(x, hovered)} />;
  }
  const first = last.filter(({ run }) => run.id === hovered);
  const others = last.filter(({ run }) => run.id !== hovered);
  return <ReadoutColumn place={`last ${xAxis}`} rows={[...first, ...others]} />;
}
