import { earlyStoppingWords } from "@epochal/store/verdict";
import { cssColor } from "../colors/css-color.ts";
import type { RunColor } from "../colors/run-color.ts";
import type { EarlyStoppingEvent, StoppedEarlyEvent } from "../data/early-stopping-event.ts";
import { PLOT_LEFT, PLOT_RIGHT } from "./plot-frame.ts";

interface EarlyStoppingStripProps {
  readonly trace: readonly EarlyStoppingEvent[];
  readonly stopped?: StoppedEarlyEvent | undefined;
  /** The x axis of the chart above. @default from the first to the last epoch of the trace */
  readonly x?: { readonly min: number; readonly max: number };
  readonly color: RunColor;
  /** The run, where it is not obvious. */
  readonly label?: string;
}

/** How the patience of early stopping was used up, epoch by epoch, under the chart of what it watched. */
export function EarlyStoppingStrip({ trace, stopped, x, color, label }: EarlyStoppingStripProps) {
  const first = trace[0];
  const last = trace.at(-1);
  if (first === undefined || last === undefined) return null;
  const min = x?.min ?? first.epoch;
  // The chart knows its axis only when its points are there.
  const max = Math.max(x?.max ?? last.epoch, last.epoch, min + 1);
  const part = 100 / (max - min);
  const words = earlyStoppingWords(trace, stopped);
  return (
    <div className="mt-2">
      <div
        role="img"
        aria-label={`Patience of ${label ?? last.monitor}, epoch by epoch. ${words}`}
        className="relative h-3"
        style={{ marginLeft: PLOT_LEFT, marginRight: PLOT_RIGHT }}
      >
        {trace.map(({ epoch, wait, patience }) => (
          <span
            key={epoch}
            title={`epoch ${epoch}: ${wait} of ${patience}`}
            className="absolute h-3 rounded-xs"
            style={{
              left: `calc(${(epoch - min - 0.5) * part}% + 0.5px)`,
              width: `calc(${part}% - 1px)`,
              background: mixed(color, wait / Math.max(patience, 1)),
            }}
          />
        ))}
      </div>
      <p className="mt-1.5 text-small text-muted" style={{ marginLeft: PLOT_LEFT }}>
        {label && <b className="break-words font-medium text-text">{label}: </b>}
        {words}
      </p>
    </div>
  );
}

const mixed = (color: RunColor, part: number) =>
  `color-mix(in srgb, ${cssColor(color)} ${Math.round(Math.min(1, part) * 100)}%, var(--grid))`;
