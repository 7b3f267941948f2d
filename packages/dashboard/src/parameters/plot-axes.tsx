import { svgPlace } from "../ui/svg-place.ts";
import type { AxisScale } from "./axis-scale.ts";

/** Where a plot draws, in pixels. */
export interface PlotBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const plotX = ({ left, right }: PlotBox, place: number): number =>
  left + (right - left) * place;
export const plotY = ({ top, bottom }: PlotBox, place: number): number =>
  bottom + (top - bottom) * place;

interface PlotAxesProps {
  readonly box: PlotBox;
  readonly x: AxisScale;
  readonly y: AxisScale;
  readonly xTitle: string;
  readonly yTitle: string;
}

/** The two axes of a small plot, with a grid line at each tick of the upright one. */
export function PlotAxes({ box, x, y, xTitle, yTitle }: PlotAxesProps) {
  const longest = Math.max(3, Math.floor((box.right - box.left) / Math.max(1, x.ticks.length) / 6));
  return (
    <g className="fill-muted text-small">
      {y.ticks.map(({ place, label }) => (
        <g key={label} transform={`translate(0 ${svgPlace(plotY(box, place))})`}>
          <line x1={box.left} x2={box.right} stroke="var(--grid)" />
          <text x={box.left - 8} y={4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {x.ticks.map(({ place, label }) => (
        <text key={label} x={plotX(box, place)} y={box.bottom + 16} textAnchor="middle">
          {label.length > longest ? `${label.slice(0, longest - 1)}…` : label}
        </text>
      ))}
      <line
        x1={box.left}
        x2={box.right}
        y1={box.bottom}
        y2={box.bottom}
        stroke="var(--line-strong)"
      />
      <text x={box.left} y={box.top - 10} className="fill-text font-medium">
        {yTitle}
      </text>
      <text x={box.right} y={box.bottom + 32} textAnchor="end" className="fill-text font-medium">
        {xTitle}
        {x.isLog ? " (log)" : ""}
      </text>
    </g>
  );
}
