"use client";
import type { Signal } from "@epochal/panel/charts";
import { useSyncExternalStore } from "react";

/** Renders when what `select` makes of the signal's value changes. */
export function useSignal<T, U>(signal: Signal<T>, select: (value: T) => U): U {
  const read = () => select(signal.get());
  return useSyncExternalStore(signal.subscribe, read, read);
}
