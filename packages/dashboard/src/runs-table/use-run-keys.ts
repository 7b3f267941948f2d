"use client";
import { useEffect, useEffectEvent } from "react";

interface RunKeysArgs {
  /** Of the rows, in the order they stand. */
  readonly ids: readonly string[];
  readonly onToggle: (id: string) => void;
  /** Brings a row into view before it is stepped on. */
  readonly onMove: (index: number) => void;
}

/** `j` and `k` step through the rows, `x` shows or hides the one stepped on; Enter follows its link by itself. */
export function useRunKeys({ ids, onToggle, onMove }: RunKeysArgs): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const on = document.activeElement?.closest<HTMLElement>("[data-run]")?.dataset.run;
    const index = on === undefined ? -1 : ids.indexOf(on);
    if (event.key === "x" && on !== undefined) {
      event.preventDefault();
      onToggle(on);
    } else if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      const to = event.key === "j" ? index + 1 : Math.max(0, index - 1);
      const id = ids[Math.min(to, ids.length - 1)];
      if (id === undefined) return;
      onMove(ids.indexOf(id));
      // A row far away is made only after the table has scrolled to it.
      if (!focusRow(id)) requestAnimationFrame(() => focusRow(id));
    }
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

function focusRow(id: string): boolean {
  const link = document.querySelector<HTMLElement>(`[data-run-link="${CSS.escape(id)}"]`);
  link?.focus();
  return link !== null;
}

/** Whether a key belongs to a field or a dialog the user is in. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], dialog") !== null
  );
}
