"use client";
import { type PointerEvent, useRef } from "react";

interface ResizeHandleProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onResize: (value: number) => void;
  /** What a double click, or Enter, goes back to. */
  readonly onReset: () => void;
  readonly className?: string;
}

const STEP = 16;

/** The edge of something that can be made wider: dragged, or moved by the arrow keys. */
export function ResizeHandle(props: ResizeHandleProps) {
  const { label, value, min, max, onResize, onReset, className = "" } = props;
  const from = useRef<{ readonly x: number; readonly value: number }>(undefined);
  const resize = (to: number) => onResize(Math.round(Math.min(max, Math.max(min, to))));
  const move = (event: PointerEvent) => {
    if (from.current) resize(from.current.value + event.clientX - from.current.x);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is no <hr>
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      title={`${label}: drag, or press ← →; double click for the usual width`}
      className={`cursor-col-resize touch-none select-none hover:bg-accent focus-visible:bg-accent ${className}`}
      onPointerDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, value };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        from.current = undefined;
      }}
      onPointerCancel={() => {
        from.current = undefined;
      }}
      onDoubleClick={onReset}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
        if (by !== undefined) resize(value + by);
        else if (event.key === "Home") resize(min);
        else if (event.key === "End") resize(max);
        else if (event.key === "Enter") onReset();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
