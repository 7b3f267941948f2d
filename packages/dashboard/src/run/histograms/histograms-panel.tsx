"use client";
import { counted, formatCount } from "@epochal/conclusions";
import { useId, useState } from "react";
import { useHistograms } from "../../live/use-histograms.ts";
import { HeatMapChart } from "./heat-map-chart.tsx";

interface HistogramsPanelProps {
  readonly run: string;
  /** How many histograms the run recorded. */
  readonly count: number;
}

/** Histograms of the weights as a heat map over epochs, loaded when somebody opens it. */
export function HistogramsPanel({ run, count }: HistogramsPanelProps) {
  const [isOpen, setOpen] = useState(false);
  const [key, setKey] = useState<string | undefined>(undefined);
  const { data, fault } = useHistograms(isOpen ? run : undefined, key);
  const field = useId();
  return (
    <details
      className="min-w-0 rounded-card border border-line bg-surface px-4 py-3 shadow-card"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>
        <h2 className="inline font-semibold">Weight histograms</h2>
        <span className="ml-2 text-muted text-small">{formatCount(count)}</span>
      </summary>
      {data === undefined ? (
        <p role="status" className="mt-2 text-muted">
          {fault?.error ?? "Loading…"}
        </p>
      ) : (
        <div className="mt-2 grid gap-2">
          <p className="flex min-w-0 items-center gap-2">
            <label htmlFor={field} className="text-muted">
              Weight
            </label>
            <select
              id={field}
              value={data.key ?? ""}
              onChange={({ target }) => setKey(target.value)}
              className="h-7 min-w-0 max-w-full rounded-control border border-line bg-surface px-2"
            >
              {data.keys.map((each) => (
                <option key={each} value={each}>
                  {each}
                </option>
              ))}
            </select>
            {data.map && data.map.epochs.length < data.map.total && (
              <span className="text-muted text-small">
                {data.map.epochs.length} of {counted(data.map.total, "epoch")} drawn
              </span>
            )}
            {data.map && data.map.unread > 0 && (
              <span className="text-small text-warn">
                {counted(data.map.unread, "histogram")} cannot be read
              </span>
            )}
          </p>
          {data.map && data.map.rows.length > 0 && data.key !== undefined && (
            <HeatMapChart map={data.map} name={data.key} />
          )}
        </div>
      )}
    </details>
  );
}
