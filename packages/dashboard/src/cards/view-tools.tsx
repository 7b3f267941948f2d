"use client";
import { formatParam } from "@epochal/conclusions";
import { useId } from "react";
import { ToggleGroup } from "../ui/toggle-group.tsx";
import type { CardsState, SetCards } from "./cards-state.ts";
import { RangePicker } from "./range-picker.tsx";

interface ViewToolsProps {
  readonly state: CardsState;
  /** A step of the history. */
  readonly set: SetCards;
  /** While a person drags: no step of the history. */
  readonly drag: SetCards;
  /** Whether groups are drawn, which have no time of day in common. */
  readonly isGrouped: boolean;
}

const times = [
  { value: "relative", label: "Time" },
  { value: "wall", label: "Clock" },
] as const;

/** How all charts are drawn: which curves, both axes, smoothing, and the stretch that is shown. */
export function ViewTools({ state, set, drag, isGrouped }: ViewToolsProps) {
  const { x, y, split, smooth, zoom } = state;
  return (
    <>
      <ToggleGroup
        label="Curves"
        options={[
          { value: "both", label: "Both" },
          { value: "validation", label: "Validation", mark: <LineMark /> },
          { value: "train", label: "Training", mark: <LineMark dashed /> },
        ]}
        value={split}
        onChoose={(next) => set({ split: next })}
      />
      <ToggleGroup
        label="Horizontal axis"
        options={[
          { value: "epoch", label: "Epoch" },
          { value: "step", label: "Step" },
          ...(isGrouped ? times.slice(0, 1) : times),
        ]}
        value={isGrouped && x === "wall" ? "relative" : x}
        // A stretch of epochs is none of steps.
        onChoose={(next) => set({ x: next, zoom: null })}
      />
      <ToggleGroup
        label="Vertical scale"
        options={[
          { value: "linear", label: "Fit" },
          { value: "zero", label: "Zero" },
          { value: "log", label: "Log" },
        ]}
        value={y}
        onChoose={(next) => set({ y: next })}
      />
      <Smoothing value={smooth} onDrag={(next) => drag({ smooth: next })} />
      <RangePicker x={x} zoom={zoom} set={set} />
    </>
  );
}

/** A curve that is smoothed more strongly hardly moves. */
export const STRONGEST = 0.99;

/** Its words stand in a box of one width, so that nothing moves while it is dragged. */
function Smoothing({
  value,
  onDrag,
}: {
  readonly value: number;
  readonly onDrag: (value: number) => void;
}) {
  const id = useId();
  return (
    <span className="inline-flex h-7 flex-none items-center gap-2 rounded-control border border-line bg-surface px-2.5 text-muted">
      <label htmlFor={id}>Smoothing</label>
      <input
        id={id}
        type="range"
        min={0}
        max={STRONGEST}
        step={0.01}
        value={value}
        aria-valuetext={value > 0 ? formatParam(value) : "off"}
        onChange={({ target }) => onDrag(Number(target.value))}
        onDoubleClick={() => onDrag(0)}
        className="h-4 w-20 cursor-pointer accent-accent"
      />
      <output htmlFor={id} className={`w-7 text-right ${value > 0 ? "text-text" : ""}`}>
        {value > 0 ? formatParam(value) : "off"}
      </output>
    </span>
  );
}

/** How the curves of a split are drawn. */
function LineMark({ dashed = false }: { readonly dashed?: boolean }) {
  return (
    <svg width="16" height="4" aria-hidden className="flex-none">
      <line
        x1="0"
        y1="2"
        x2="16"
        y2="2"
        stroke="currentColor"
        strokeWidth={dashed ? 1.2 : 1.8}
        strokeDasharray={dashed ? "4 2" : undefined}
      />
    </svg>
  );
}
