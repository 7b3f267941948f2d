import { formatBriefParam } from "@epochal/conclusions";
import { cssColor } from "../colors/css-color.ts";
import { RunSwatch } from "../colors/run-swatch.tsx";
import { sequentialColor } from "../colors/sequential-color.ts";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import type { TakenColors } from "./use-colors.ts";

interface ColorLegendProps {
  /** What colours are of: `units`. */
  readonly name: string;
  readonly legend: TakenColors["legend"];
  readonly onRemove: () => void;
}

/** So many values are named in the line above the table. */
const MOST = 4;
/** A scale is drawn in so many steps. */
const STEPS = 12;

/** What the colours of the lines are of, where they are not of the runs. */
export function ColorLegend({ name, legend: { kind, legend }, onRemove }: ColorLegendProps) {
  const [from, to] = legend;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Button shape="link" aria-label={`Colours of runs instead of ${name}`} onClick={onRemove}>
        <span className="inline-flex items-center gap-1">
          by {name}
          <Icon name="close" className="size-3" />
        </span>
      </Button>
      {kind !== "categories" && from && to && (
        <>
          {valueText(from)}
          <Scale />
          {valueText(to)}
          {kind === "log" && <span className="text-faint">log</span>}
        </>
      )}
      {(kind === "categories" || !to) &&
        legend.slice(0, MOST).map((entry) => (
          <span key={String(entry.value)} className="inline-flex items-center gap-1 truncate">
            <RunSwatch color={entry.color} className="size-2.5 flex-none rounded-sm" />
            {valueText(entry)}
          </span>
        ))}
      {legend.length > MOST && "…"}
    </span>
  );
}

const valueText = ({ value }: ColorLegendProps["legend"]["legend"][number]) =>
  typeof value === "number" ? formatBriefParam(value) : value;

/** The colours between the smallest and the largest number. */
function Scale() {
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${STEPS} 1`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      className="h-2.5 w-14 flex-none rounded-sm"
    >
      {Array.from({ length: STEPS }, (_, step) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
          key={step}
          x={step}
          width="1"
          height="1"
          fill={cssColor(sequentialColor(step / (STEPS - 1)))}
        />
      ))}
    </svg>
  );
}
