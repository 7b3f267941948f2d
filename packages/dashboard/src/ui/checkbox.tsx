"use client";
import { type ComponentProps, useEffect, useRef } from "react";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type" | "checked"> {
  /** `some` is neither: a part of what it stands for is chosen. */
  readonly checked: boolean | "some";
}

/** The browser's own checkbox: one element, which a server can write without a style attribute. */
export function Checkbox({ checked, className = "", ...rest }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = checked === "some";
  }, [checked]);
  return (
    <input
      ref={box}
      type="checkbox"
      checked={checked === true}
      className={`size-4 flex-none cursor-pointer accent-accent ${className}`}
      {...rest}
    />
  );
}
