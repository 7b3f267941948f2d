"use client";
import {
  axisOf,
  belowLog,
  type ChartLine,
  chartSummary,
  chartWords,
  lastRows,
  lastWords,
  placeText,
  readoutNote,
  readoutRows,
  spokenRows,
  type XAxis,
  type XRange,
} from "@epochal/panel/charts";
import { useCallback, useDeferredValue, useId, useMemo, useRef, useState } from "react";
import { ChartActions } from "./chart-actions.tsx";
import { ChartTable } from "./chart-table.tsx";
import { ValuesColumn, ValuesInLine } from "./chart-values.tsx";
import type { MetricChartProps } from "./metric-chart-props.ts";
import { PlotCursor } from "./plot-cursor.tsx";
import { useChartPicture } from "./use-chart-picture.ts";
import { useChartSignals } from "./use-chart-signals.ts";
import { useLineChart } from "./use-line-chart.ts";
import { useTheme } from "./use-theme.ts";

/**
 * One metric of several runs: training dashed, validation solid, the best point named, what is not finite in a lane of its
 * own, and the values at the cursor beside the plot, never on it. It takes what it shows, and says what a person did to it.
 */
export function MetricChart(props: MetricChartProps) {
  const { title, runs, splits = "both", smoothing = 0, direction } = props;
  const xAxis = useMemo(() => axisOf(runs, props.xAxis ?? "epoch"), [runs, props.xAxis]);
  const { best, baseline, wide = false, children } = props;
  const { cursor, hoveredRun } = useChartSignals(props);
  const [own, setOwn] = useState<{ readonly xAxis: XAxis; readonly range: XRange | undefined }>();
  const [preview, setPreview] = useState<XRange>();
  const [hasTable, setHasTable] = useState(false);
  // A stretch of steps is none of epochs.
  const ownZoom = own?.xAxis === xAxis ? own.range : undefined;
  const zoom = props.onZoom ? props.zoom : ownZoom;
  const onZoom = props.onZoom ?? ((range: XRange | undefined) => setOwn({ xAxis, range }));
  const theme = useTheme();
  const { picture, places } = useChartPicture({ ...props, xAxis, zoom: preview ?? zoom });
  const canvas = useRef<HTMLCanvasElement>(null);
  const layer = useRef<HTMLCanvasElement>(null);
  const chart = useLineChart(canvas, layer, picture, hoveredRun);
  const heading = useId();
  const wordsId = useId();
  const of = runs.some(({ group }) => group !== undefined) ? "group" : "run";
  const below = useMemo(
    () => (picture.scale === "log" ? belowLog(picture.lines, picture.x) : undefined),
    [picture],
  );
  const { meta, leaving } = chartSummary(picture.lines, picture.axis, { of, smoothing, below });
  const told = useDeferredValue(picture);
  const words = useMemo(() => chartWords(told, runs, direction), [told, runs, direction]);

  const { lines } = picture;
  const drawn = useMemo(
    () => new Set(lines.flatMap(({ run, x }) => (x.length > 0 ? [run] : []))),
    [lines],
  );
  // Between two places a line goes on.
  const isDrawn = places.length > 0 || lines.some(({ x }) => x.length > 1);
  const names = useMemo(() => new Map(runs.map(({ id, label }) => [id, label])), [runs]);
  const keep = useMemo(() => [best?.run, baseline], [best, baseline]);
  const args = useMemo(
    () => ({ runs, lines, direction, baseline, keep }),
    [runs, lines, direction, baseline, keep],
  );
  const rowsAt = useCallback((x: number) => readoutRows({ ...args, x, xAxis }), [args, xAxis]);
  const { x } = picture;
  const isZoomed = zoom !== undefined;
  const last = useMemo(() => {
    const rows = lastRows({ ...args, range: x });
    const words = lastWords(xAxis, runs[0]?.per ?? "epoch", isZoomed);
    return { rows, place: isZoomed && rows.length === 0 ? "no value shown" : words };
  }, [args, x, xAxis, runs, isZoomed]);
  const note = useMemo(() => readoutNote(runs, lines), [runs, lines]);
  const describe = (at: number) => {
    const of = note === undefined ? "" : ` (${note})`;
    return `${placeText(at, xAxis, x)}${of}: ${spokenRows(rowsAt(at), [hoveredRun.get(), ...keep])}`;
  };
  const values = { cursor, hoveredRun, rowsAt, picture, places, keep, note };
  const said = (
    <p
      className="min-w-0 text-small text-muted max-sm:order-last max-sm:basis-full sm:truncate"
      title={leaving}
    >
      {props.isPending && runs.length === 0 ? "" : meta}
      {leaving && <span className="text-warn"> · {leaving}</span>}
    </p>
  );
  return (
    <article
      aria-labelledby={heading}
      className="@container min-w-0 rounded-card border border-line bg-surface px-3 pt-2.5 pb-2.5"
    >
      <header className="mb-1 flex h-5 items-baseline gap-x-2.5 max-sm:h-auto max-sm:min-h-9 max-sm:flex-wrap max-sm:content-start">
        <h2
          id={heading}
          className="max-w-[45%] flex-none truncate font-semibold text-[13.5px] max-sm:max-w-[60%]"
        >
          {title}
        </h2>
        {wide ? said : <ValuesInLine {...values}>{said}</ValuesInLine>}
        {zoom !== undefined && (
          <button
            type="button"
            className="flex-none rounded px-1 text-accent text-small hover:bg-accent-soft"
            onClick={() => onZoom(undefined)}
          >
            Show all
          </button>
        )}
        <ChartActions
          title={title}
          note={pictureNote(lines, [meta, leaving])}
          drawn={drawn}
          theme={theme}
          canvas={canvas}
          runs={runs}
          xAxis={xAxis}
          splits={splits}
          range={zoom}
          hasTable={hasTable}
          onTable={() => setHasTable(!hasTable)}
        >
          {props.actions}
        </ChartActions>
      </header>
      <div
        className={
          wide
            ? "@[660px]:grid @[660px]:grid-cols-[minmax(0,1fr)_minmax(220px,300px)] @[660px]:gap-4"
            : undefined
        }
      >
        <div className="min-w-0">
          <div className={`relative ${heightOf(props)}`}>
            <canvas
              ref={canvas}
              className="max-w-full"
              role="img"
              aria-label={`${title}: metric, ${meta.replaceAll(" · ", ", ")}`}
              aria-describedby={wordsId}
            />
            <canvas
              ref={layer}
              aria-hidden
              className="pointer-events-none absolute inset-0 size-full"
            />
            {!isDrawn && (
              <p
                role="status"
                className="pointer-events-none absolute inset-0 grid place-items-center text-muted text-small"
              >
                {props.isPending ? "Loading…" : nothing(zoom)}
              </p>
            )}
            <PlotCursor
              title={title}
              picture={picture}
              places={places}
              cursor={cursor}
              hoveredRun={hoveredRun}
              chart={chart}
              names={names}
              describe={describe}
              preview={setPreview}
              onZoom={onZoom}
            />
          </div>
          <p id={wordsId} className="sr-only">
            {words.map((sentence) => `${sentence}.`).join(" ")}
          </p>
          {children}
        </div>
        {wide && (
          <aside aria-label={`Values of ${title}`} className="@[660px]:mt-1 mt-2 min-h-32">
            <ValuesColumn {...values} last={last} />
          </aside>
        )}
      </div>
      {hasTable && <ChartTable title={title} picture={picture} runs={runs} note={note} />}
    </article>
  );
}

const nothing = (zoom: XRange | undefined) =>
  zoom === undefined ? "No values to draw" : "No values in this range";

const heights = {
  tall: "h-[340px]",
  screen: "h-[calc(100dvh-190px)] min-h-[212px] max-sm:h-[52dvh]",
} as const;

const heightOf = ({ height = "usual", wide = false }: MetricChartProps) =>
  height === "usual" ? (wide ? "h-[272px] max-sm:h-[212px]" : "h-[212px]") : heights[height];

/** What stands in a picture of the chart beside its title. */
function pictureNote(lines: readonly ChartLine[], said: readonly (string | undefined)[]): string {
  const has = (split: ChartLine["split"]) => lines.some((line) => line.split === split);
  const isBoth = has("train") && has("validation");
  return [...said, ...(isBoth ? ["solid: validation, dashed: training"] : [])]
    .filter((part) => part !== undefined)
    .join(" · ");
}
