"use client";
import { useEffect, useEffectEvent } from "react";
import { isTyping } from "../ui/is-typing.ts";

interface RunKeysArgs {
  /** Of the rows, in the order they stand. */
  readonly ids: readonly string[];
  /** Steps on a row; `extends` where a range is selected by it. */
  readonly onMove: (index: number, extending: boolean) => void;
  readonly onKey: (key: RunKey, id: string, extending: boolean) => void;
}

/** What a key does with the row that was stepped on. */
export type RunKey =
  | "select"
  | "visible"
  | "solo"
  | "baseline"
  | "open"
  | "rename"
  | "tags"
  | "notes"
  | "unfold"
  | "fold";

const keys: Readonly<Record<string, RunKey>> = {
  " ": "select",
  x: "visible",
  s: "solo",
  b: "baseline",
  Enter: "open",
  F2: "rename",
  t: "tags",
  n: "notes",
  ArrowRight: "unfold",
  ArrowLeft: "fold",
};
/** Elsewhere on the page these mean something else. */
const OWN = new Set([" ", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"]);

/** The keys of the table: `j` and `k` step through the rows from anywhere, arrows within it, the others act on the row stepped on. */
export function useRunKeys({ ids, onMove, onKey }: RunKeysArgs): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const place = document.activeElement?.closest<HTMLElement>("[data-run]");
    const on = place?.dataset.run;
    if (OWN.has(event.key) && on === undefined) return;
    const index = on === undefined ? -1 : ids.indexOf(on);
    const to = target(event.key, index, ids.length);
    if (to !== undefined) {
      event.preventDefault();
      if (to >= 0) onMove(to, event.shiftKey && event.key.startsWith("Arrow"));
      return;
    }
    const key = keys[event.key];
    if (key === undefined || on === undefined) return;
    // A button or a link in the row does by itself what Space and Enter mean there.
    const isLink = document.activeElement?.matches("[data-run-link]") ?? false;
    if ((event.key === " " || event.key === "Enter") && !isLink) return;
    if (event.key === "Enter" && document.activeElement?.matches("a")) return;
    event.preventDefault();
    onKey(key, on, event.shiftKey);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

/** The row that a key steps on; undefined where it steps on none. */
function target(key: string, index: number, count: number): number | undefined {
  const last = count - 1;
  if (key === "j" || key === "ArrowDown") return Math.min(last, index + 1);
  if (key === "k" || key === "ArrowUp") return Math.min(last, Math.max(0, index - 1));
  if (key === "Home") return Math.min(last, 0);
  return key === "End" ? last : undefined;
}
