"use client";
import { counted, formatCount } from "@epochal/conclusions";
import { useState } from "react";
import { useHistograms } from "../../live/use-histograms.ts";
import { Choice } from "../../ui/choice.tsx";
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
          <div className="flex min-w-0 flex-wrap items-center gap-2">
            <span className="text-muted">Weight</span>
            {data.keys.length > 1 ? (
              <Choice
                label="Weight"
                groups={[{ value: "Weights", items: data.keys.map(toOption) }]}
                value={data.key}
                onChoose={setKey}
                search="Search weights"
                empty="No weight is called like that."
              />
            ) : (
              <bdi className="min-w-0 [overflow-wrap:anywhere]">{data.key}</bdi>
            )}
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
          </div>
          {data.map && data.map.rows.length > 0 && data.key !== undefined && (
            <HeatMapChart map={data.map} name={data.key} />
          )}
        </div>
      )}
    </details>
  );
}

const toOption = (key: string) => ({ value: key, label: key });
