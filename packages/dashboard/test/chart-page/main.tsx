import { Signal, type XRange } from "@epochal/panel/charts";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { DifferenceChart } from "../../src/charts/difference-chart.tsx";
import { MetricChart } from "../../src/charts/metric-chart.tsx";
import type { ChartView } from "../../src/charts/metric-chart-props.ts";
import { chartStates } from "./chart-states.ts";
import "./page.css";

/** What the chart told, for a test to read. */
const told: { zooms: (XRange | null)[]; hovers: (string | null)[] } = { zooms: [], hovers: [] };

const wanted = new URLSearchParams(location.search);
document.documentElement.dataset.theme = wanted.get("theme") ?? "light";
const make = chartStates[wanted.get("state") ?? "few"];
if (make === undefined) throw new Error(`There is no state ${wanted.get("state")}.`);
const state = make();
Object.assign(window, { told, colors: state.runs.map(({ color }) => color) });
const cursor = new Signal<number | undefined>(undefined);
const hear = (run: string | undefined) => told.hovers.push(run ?? null);

/** One chart in the state and the view that the address names. */
function ChartPage() {
  const [zoom, setZoom] = useState<XRange>();
  const [highlight, setHighlight] = useState<string>();
  Object.assign(window, { setHighlight });
  const onZoom = (range: XRange | undefined) => {
    told.zooms.push(range ?? null);
    setZoom(range);
  };
  const view = {
    xAxis: (wanted.get("x") ?? "epoch") as NonNullable<ChartView["xAxis"]>,
    scale: (wanted.get("scale") ?? "linear") as NonNullable<ChartView["scale"]>,
    splits: (wanted.get("splits") ?? "both") as NonNullable<ChartView["splits"]>,
    smoothing: Number(wanted.get("smoothing") ?? 0),
  };
  const [a, b] = state.runs;
  return (
    <div className="p-3">
      <h1 className="sr-only">Charts</h1>
      <MetricChart
        title="val_loss"
        {...state}
        {...view}
        wide={wanted.has("wide")}
        cursor={cursor}
        zoom={zoom}
        onZoom={onZoom}
        highlight={highlight}
        onHover={hear}
      >
        {wanted.has("difference") && a && b && (
          <DifferenceChart
            title="val_loss"
            a={a}
            b={b}
            xAxis={view.xAxis}
            direction={state.direction}
            cursor={cursor}
            zoom={zoom}
            onZoom={onZoom}
          />
        )}
      </MetricChart>
    </div>
  );
}

const place = document.getElementById("charts");
if (place === null) throw new Error("The page has no place for charts.");
createRoot(place).render(<ChartPage />);
