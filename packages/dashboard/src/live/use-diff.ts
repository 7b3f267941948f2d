"use client";
import { useQuery } from "@tanstack/react-query";
import type { DiffData } from "../wire/diff-data.ts";
import type { DiffQuestion } from "../wire/questions.ts";
import { askJson } from "./ask.ts";

/** Two runs beside each other, as the page has them and kept up to date. */
export function useDiff(initial: DiffData): DiffData {
  const question: DiffQuestion = { a: initial.a.id, b: initial.b.id };
  const { data } = useQuery({
    queryKey: ["/api/diff", question],
    queryFn: ({ signal }) => askJson<DiffData>("/api/diff", question, signal),
    initialData: initial,
    meta: { isAskedAnew: true },
  });
  return data;
}
