"use client";
import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup as Base } from "@base-ui/react/toggle-group";
import type { ReactNode } from "react";

interface ToggleOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** A drawing before it. */
  readonly mark?: ReactNode;
}

interface ToggleGroupProps<T extends string> {
  readonly label: string;
  readonly options: readonly ToggleOption<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** A few ways of seeing the same, side by side; one holds. Arrow keys go from one to the next. */
export function ToggleGroup<T extends string>(props: ToggleGroupProps<T>) {
  const { label, options, value, onChoose } = props;
  return (
    <Base
      aria-label={label}
      value={[value]}
      // Pressing the one that holds would leave none.
      onValueChange={([next]) => next !== undefined && onChoose(next as T)}
      className="inline-flex h-7 flex-none overflow-hidden rounded-control border border-line bg-surface"
    >
      {options.map((option) => (
        <Toggle
          key={option.value}
          value={option.value}
          className="inline-flex items-center gap-1.5 px-2.5 text-muted hover:text-text focus-visible:-outline-offset-2 aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent"
        >
          {option.mark}
          {option.label}
        </Toggle>
      ))}
    </Base>
  );
}
