"use client";
import { useCallback, useEffect, useState } from "react";

/**
 * A value that this browser keeps from visit to visit. The first render has `initial`, as the server's did.
 *
 * @param read makes a value of what was kept, and undefined of what it does not understand
 */
export function useKept<T>(
  key: string,
  initial: T,
  read: (kept: unknown) => T | undefined,
): readonly [T, (value: T) => void] {
  const [value, setValue] = useState(initial);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept is read once a key
  useEffect(() => {
    const kept = parse(localStorageOf()?.getItem(key));
    setValue((kept === undefined ? undefined : read(kept)) ?? initial);
  }, [key]);
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorageOf()?.setItem(key, JSON.stringify(next));
      } catch {
        // A full or forbidden storage keeps nothing; the page works without.
      }
    },
    [key],
  );
  return [value, keep];
}

function localStorageOf(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}

function parse(text: string | null | undefined): unknown {
  if (text === null || text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
