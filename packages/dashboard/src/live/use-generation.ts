"use client";
import { hashKey } from "@tanstack/react-query";
import { useCallback, useReducer } from "react";

/** How often somebody asked for the answer to a question as it is now; also for whoever comes back to it. */
const generations = new Map<string, number>();

/** The generation of the answer to a question, and what asks for the next one: that what came meanwhile is taken in. */
export function useGeneration(question: object | undefined): readonly [number, () => void] {
  const [, again] = useReducer((count: number) => count + 1, 0);
  const key = hashKey([question]);
  const next = useCallback(() => {
    generations.set(key, (generations.get(key) ?? 0) + 1);
    again();
  }, [key]);
  return [generations.get(key) ?? 0, next];
}
