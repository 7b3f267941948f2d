"use client";
import type { ReactNode } from "react";
import { toggleLook } from "./toggle-look.ts";
import { usePart } from "./use-part.ts";

interface ToggleOption<T extends string> {
  readonly value: T;
  readonly label: string;
  /** A drawing before it. */
  readonly mark?: ReactNode;
}

export interface ToggleGroupProps<T extends string> {
  readonly label: string;
  readonly options: readonly ToggleOption<T>[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

const load = async () => (await import("./toggle-group-part.tsx")).ToggleGroupPart;

/** A few ways of seeing the same, side by side; one holds. Arrow keys go from one to the next. */
export function ToggleGroup<T extends string>(props: ToggleGroupProps<T>) {
  const [Part] = usePart(load, true);
  if (Part) return <Part {...props} />;
  const { label, options, value, onChoose } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a legend, and a look of its own.
    <div role="group" aria-label={label} className={toggleLook.group}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
          className={toggleLook.toggle}
        >
          {option.mark}
          {option.label}
        </button>
      ))}
    </div>
  );
}
