"use client";
import { useSyncExternalStore } from "react";
import type { Signal } from "./signal.ts";

/** Renders when what `select` makes of the signal's value changes. */
export function useSignal<T, U>(signal: Signal<T>, select: (value: T) => U): U {
  const read = () => select(signal.get());
  return useSyncExternalStore(signal.subscribe, read, read);
}
