"use client";
import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup as Base } from "@base-ui/react/toggle-group";

interface ToggleGroupProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
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
          className="px-3 text-muted hover:text-text focus-visible:-outline-offset-2 aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent"
        >
          {option.label}
        </Toggle>
      ))}
    </Base>
  );
}
