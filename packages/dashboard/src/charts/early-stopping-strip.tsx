import { earlyStoppingWords, epochWords, type LastTrace } from "@epochal/conclusions";
import { epochPlace, PLOT_LEFT, PLOT_RIGHT, type RunColor } from "@epochal/panel/charts";
import { cssColor } from "../colors/css-color.ts";
import type { EarlyStoppingEvent } from "../wire/early-stopping-event.ts";

interface EarlyStoppingStripProps {
  /** Of all fits of the run. */
  readonly trace: readonly EarlyStoppingEvent[];
  /** What the last one that watched this value saw. */
  readonly last: LastTrace;
  /** The x axis of the chart above. @default from the first to the last epoch of the trace */
  readonly x?: { readonly min: number; readonly max: number };
  readonly color: RunColor;
  /** The run, where it is not obvious. */
  readonly label?: string;
}

/** How the patience of early stopping was used up, epoch by epoch, under the chart of what it watched. */
export function EarlyStoppingStrip(props: EarlyStoppingStripProps) {
  const { trace, x, color, label } = props;
  const first = trace[0];
  const last = trace.at(-1);
  if (first === undefined || last === undefined) return null;
  const min = x?.min ?? epochPlace(first.epoch);
  // The chart knows its axis only when its points are there.
  const max = Math.max(x?.max ?? 0, epochPlace(last.epoch), min + 1);
  const part = 100 / (max - min);
  const told = props.last.trace.filter(({ monitor }) => monitor === last.monitor);
  const all = earlyStoppingWords(told, props.last.stopped);
  const words = told.length === trace.length ? all : `In the last fit: ${uncapitalized(all)}`;
  return (
    <div className="mt-2 flex">
      <Spacer width={PLOT_LEFT} />
      <div className="min-w-0 grow">
        <svg
          role="img"
          aria-label={`Patience of ${label ?? last.monitor}, epoch by epoch. ${words}`}
          className="h-3 w-full overflow-visible"
        >
          {trace.map(({ epoch, wait, patience }) => (
            <rect
              key={epoch}
              {...stretch((epochPlace(epoch) - min - 0.5) * part, part)}
              height="100%"
              rx="2"
              fill={mixed(color, wait / Math.max(patience, 1))}
              className="stroke-surface"
            >
              <title>{`${epochWords(epoch)}: ${wait} of ${patience}`}</title>
            </rect>
          ))}
        </svg>
        <p className="mt-1.5 text-small text-muted">
          {label && <b className="break-words font-medium text-text">{label}: </b>}
          {words}
        </p>
      </div>
      <Spacer width={PLOT_RIGHT} />
    </div>
  );
}

/** The names of values stay as they are. */
const uncapitalized = (words: string) =>
  words.replace(/^(Stopped|Never) /, (word) => word.toLowerCase());

/** Half an epoch at each end would lie outside of the chart. */
function stretch(begin: number, length: number) {
  const [from, to] = [Math.max(0, begin), Math.min(100, begin + length)];
  return { x: `${from}%`, width: `${Math.max(0, to - from)}%` };
}

/** Room of a given width. It is an SVG, because the page's policy forbids style attributes that a server writes. */
function Spacer({ width }: { readonly width: number }) {
  return <svg aria-hidden="true" width={width} height="1" className="flex-none" />;
}

const mixed = (color: RunColor, part: number) =>
  `color-mix(in srgb, ${cssColor(color)} ${Math.round(Math.min(1, part) * 100)}%, var(--grid))`;
