"use client";
import { useEffect, useRef } from "react";
import { isTyping } from "../runs-table/use-run-keys.ts";

interface RunSearchProps {
  readonly value: string;
  readonly onSearch: (search: string) => void;
}

/** The search field; `/` goes to it, Escape empties it. */
export function RunSearch({ value, onSearch }: RunSearchProps) {
  const field = useRef<HTMLInputElement>(null);
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
    <input
      ref={field}
      type="search"
      aria-label="Search runs"
      aria-keyshortcuts="/"
      placeholder="Search name, config (units=32), status…"
      value={value}
      onChange={(event) => onSearch(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        onSearch("");
        event.currentTarget.blur();
      }}
      className="h-7 min-w-0 flex-1 rounded-control border border-line bg-bg px-2.5 placeholder:text-muted"
    />
  );
}
