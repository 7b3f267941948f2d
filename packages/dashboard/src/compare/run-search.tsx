"use client";
import { useEffect, useId, useRef } from "react";
import { isTyping } from "../runs-table/use-run-keys.ts";
import type { Fault } from "../wire/answers.ts";

interface RunSearchProps {
  readonly value: string;
  /** What is wrong with it. */
  readonly fault: Fault | undefined;
  readonly onSearch: (search: string) => void;
}

/** The field for a query; `/` goes to it, Escape empties it. */
export function RunSearch({ value, fault, onSearch }: RunSearchProps) {
  const field = useRef<HTMLInputElement>(null);
  const words = useId();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <div className="min-w-0 flex-1">
      <input
        ref={field}
        type="search"
        aria-label="Search runs"
        aria-keyshortcuts="/"
        aria-invalid={fault !== undefined}
        aria-describedby={fault && words}
        autoComplete="off"
        spellCheck={false}
        placeholder="val_auc > 0.9 and units = 32, or a name…"
        value={value}
        onChange={({ target }) => onSearch(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          onSearch("");
          event.currentTarget.blur();
        }}
        className="h-7 w-full rounded-control border border-line bg-bg px-2.5 placeholder:text-muted aria-invalid:border-bad"
      />
      {fault && (
        <p id={words} role="alert" className="mt-1 text-bad text-small [overflow-wrap:anywhere]">
          {fault.error}
        </p>
      )}
    </div>
  );
}
