"use client";
import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup as Base } from "@base-ui/react/toggle-group";
import type { ToggleGroupProps } from "./toggle-group.tsx";
import { toggleLook } from "./toggle-look.ts";

/** What `ToggleGroup` is once it has been loaded: arrow keys go from one to the next. */
export function ToggleGroupPart<T extends string>(props: ToggleGroupProps<T>) {
  const { label, options, value, onChoose } = props;
  return (
    <Base
      aria-label={label}
      value={[value]}
      // Pressing the one that holds would leave none.
      onValueChange={([next]) => next !== undefined && onChoose(next as T)}
      className={toggleLook.group}
    >
      {options.map((option) => (
        <Toggle key={option.value} value={option.value} className={toggleLook.toggle}>
          {option.mark}
          {option.label}
        </Toggle>
      ))}
    </Base>
  );
}
