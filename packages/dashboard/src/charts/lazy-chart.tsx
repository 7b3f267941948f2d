"use client";
import { usePart } from "../ui/use-part.ts";
import type { MetricChartProps } from "./metric-chart-props.ts";

const load = async () => (await import("./metric-chart.tsx")).MetricChart;
// It is on its way while React takes over the page. Where the server is gone, so is the page.
if (typeof window !== "undefined") load().catch(() => undefined);

/** A chart that is loaded beside its page; until it has come, its name stands in its place. */
export function LazyChart(props: MetricChartProps) {
  const [Part] = usePart(load, true);
  if (Part) return <Part {...props} />;
  const { title, wide = false } = props;
  return (
    <article
      aria-label={title}
      className={`min-w-0 rounded-card border border-line bg-surface px-3 pt-2.5 ${wide ? "h-[318px]" : "h-[258px]"}`}
    >
      <h2 className="truncate font-semibold text-[13.5px]">{title}</h2>
    </article>
  );
}
