import { formatParam } from "@epochal/conclusions";
import { RunSwatch } from "../colors/run-swatch.tsx";
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

/** What the colours of the lines are of, where they are not of the runs. */
export function ColorLegend({ name, legend, onRemove }: ColorLegendProps) {
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Button shape="link" aria-label={`Colours of runs instead of ${name}`} onClick={onRemove}>
        <span className="inline-flex items-center gap-1">
          by {name}
          <Icon name="close" className="size-3" />
        </span>
      </Button>
      {legend.slice(0, MOST).map(({ value, color }) => (
        <span key={String(value)} className="inline-flex items-center gap-1 truncate">
          <RunSwatch color={color} className="size-2.5 flex-none rounded-sm" />
          {typeof value === "number" ? formatParam(value) : value}
        </span>
      ))}
      {legend.length > MOST && "…"}
    </span>
  );
}
