"use client";
import { useEffect, useEffectEvent } from "react";
import { isTyping } from "../ui/is-typing.ts";

interface RunKeysArgs {
  /** Of the rows, in the order they stand. */
  readonly ids: readonly string[];
  /** The row that was stepped on last. */
  readonly active: string | undefined;
  /** The row that was stepped on and is not there yet. */
  readonly awaited: () => string | undefined;
  /** Whether the keys are those of something else now. */
  readonly isOff: boolean;
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
export function useRunKeys(args: RunKeysArgs): void {
  const { ids, active, awaited, isOff, onMove, onKey } = args;
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    // What was opened by the key before is about to have the focus.
    if (isOff) return;
    const far = awaited();
    const on = far ?? focused()?.closest<HTMLElement>("[data-run]")?.dataset.run;
    if (OWN.has(event.key) && on === undefined) return;
    // A row that has gone out of sight is where one goes on from.
    const from = on ?? (focused() === undefined ? active : undefined);
    const index = from === undefined ? -1 : ids.indexOf(from);
    const to = target(event.key, index, ids.length);
    if (to !== undefined) {
      event.preventDefault();
      if (to >= 0) onMove(to, event.shiftKey && event.key.startsWith("Arrow"));
      return;
    }
    const key = keys[event.key];
    if (key === undefined || on === undefined) return;
    // A button or a link in the row does by itself what Space and Enter mean there.
    const isLink = far !== undefined || focused()?.matches("[data-run-link]") === true;
    if ((event.key === " " || event.key === "Enter") && !isLink) return;
    if (event.key === "Enter" && far === undefined && focused()?.matches("a")) return;
    event.preventDefault();
    onKey(key, on, event.shiftKey);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    window.addEventListener("keydown", listener);
    return () => window.removeEventListener("keydown", listener);
  }, []);
}

/** What has the focus; undefined where nothing on the page has it. */
function focused(): Element | undefined {
  const { activeElement, body } = document;
  return activeElement === null || activeElement === body ? undefined : activeElement;
}

/** The row that a key steps on; undefined where it steps on none. */
function target(key: string, index: number, count: number): number | undefined {
  const last = count - 1;
  if (key === "j" || key === "ArrowDown") return Math.min(last, index + 1);
  if (key === "k" || key === "ArrowUp") return Math.min(last, Math.max(0, index - 1));
  if (key === "Home") return Math.min(last, 0);
  return key === "End" ? last : undefined;
}
