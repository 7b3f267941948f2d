"use client";
import { useEffect, useRef } from "react";

interface NameEditorProps {
  readonly name: string;
  /** The new name; undefined where the person gave up, or left it empty. */
  readonly onDone: (name: string | undefined) => void;
}

/** A name that is being changed where it stands. Enter keeps it, Escape does not; leaving the field keeps it. */
export function NameEditor({ name, onDone }: NameEditorProps) {
  const field = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const done = (keep: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    const next = field.current?.value.trim() ?? "";
    onDone(keep && next !== "" ? next : undefined);
  };
  return (
    <input
      ref={field}
      aria-label={`New name of ${name}`}
      defaultValue={name}
      dir="auto"
      onBlur={() => done(true)}
      onKeyDown={(event) => {
        if (event.key === "Enter") done(true);
        if (event.key === "Escape") done(false);
      }}
      className="-my-0.5 h-[22px] w-full rounded border border-line-strong bg-bg px-1.5 font-medium"
    />
  );
}
