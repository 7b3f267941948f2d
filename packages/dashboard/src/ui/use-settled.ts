"use client";
import { useRef } from "react";

/**
 * A value that live data change, as it was when a person last asked for something else: what is asked with it stays the same question.
 *
 * @param asked what a person asked for; undefined while the value is not of that yet
 */
export function useSettled<T>(value: T, asked: string | undefined): T {
  const kept = useRef<{ readonly asked: string; readonly value: T }>(undefined);
  if (asked !== undefined && kept.current?.asked !== asked) kept.current = { asked, value };
  return kept.current === undefined ? value : kept.current.value;
}
