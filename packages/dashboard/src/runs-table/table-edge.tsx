"use client";
import { ResizeHandle } from "../ui/resize-handle.tsx";
import type { useColumnLayout } from "./use-column-layout.ts";

interface TableEdgeProps {
  readonly layout: Pick<ReturnType<typeof useColumnLayout>, "width" | "setWidth" | "usualWidth">;
  /** Where it is hidden: `max-lg:hidden`. */
  readonly className: string;
}

/** The right edge of the table, which makes it as wide as a person wants. */
export function TableEdge({ layout, className }: TableEdgeProps) {
  const { width, setWidth, usualWidth } = layout;
  return (
    <ResizeHandle
      label="Width of the table"
      value={width ?? usualWidth}
      min={320}
      max={1600}
      onResize={setWidth}
      onReset={() => setWidth(undefined)}
      className={`absolute inset-y-0 right-0 z-30 w-1.5 ${className}`}
    />
  );
}
