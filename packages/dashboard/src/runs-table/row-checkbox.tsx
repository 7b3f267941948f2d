"use client";
import { Checkbox } from "../ui/checkbox.tsx";

interface RowCheckboxProps {
  /** Of the run, or of the group. */
  readonly id: string;
  readonly name: string;
  readonly selected: boolean;
  readonly tabIndex: 0 | -1;
  readonly onChoose: (id: string, extending: boolean) => void;
}

/** Selects a row; with Shift, all rows from the last one. */
export function RowCheckbox({ id, name, selected, tabIndex, onChoose }: RowCheckboxProps) {
  return (
    <Checkbox
      checked={selected}
      tabIndex={tabIndex}
      aria-label={`Select ${name}`}
      onClick={(event) => onChoose(id, event.shiftKey)}
      onChange={() => undefined}
    />
  );
}
