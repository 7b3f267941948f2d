"use client";
import { useEffect, useRef } from "react";

interface NameEditorProps {
  readonly name: string;
  /** The new name; undefined where the person gave up, or left it empty. And whether it was a key that ended it. */
  readonly onDone: (name: string | undefined, byKey: boolean) => void;
}

/** A name that is being changed where it stands. Enter keeps it, Escape does not; leaving the field keeps it. */
export function NameEditor({ name, onDone }: NameEditorProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const done = (keep: boolean, byKey: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const next = field.current?.value.trim() ?? "";
    onDone(keep && next !== "" ? next : undefined, byKey);
  };
  return (
    <input
      ref={field}
      aria-label={`New name of ${name}`}
      defaultValue={name}
      dir="auto"
      onBlur={() => done(true, false)}
      onKeyDown={(event) => {
        if (event.key === "Enter") done(true, true);
        if (event.key === "Escape") done(false, true);
      }}
      className="-my-0.5 h-[22px] w-full rounded border border-line-strong bg-bg px-1.5 font-medium"
    />
  );
}
