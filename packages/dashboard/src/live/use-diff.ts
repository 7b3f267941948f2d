"use client";
import { useQuery } from "@tanstack/react-query";
import type { DiffData } from "../wire/diff-data.ts";
import type { DiffQuestion } from "../wire/questions.ts";
import { askJson } from "./ask.ts";

/**
 * Two runs beside each other, as the page has them; asked anew when one of them changes.
 *
 * @param page whose page it is, if it is that of one of them: the sentences then call it "this run"
 */
export function useDiff(initial: DiffData, page?: DiffQuestion["page"]): DiffData {
  const [a, b] = [initial.a.id, initial.b.id];
  const question: DiffQuestion = { a, b, ...(page && { page }) };
  const { data } = useQuery({
    queryKey: ["/api/diff", question],
    queryFn: ({ signal }) => askJson<DiffData>("/api/diff", question, signal),
    initialData: initial,
    meta: { isAskedAnew: true, runs: [a, b] },
  });
  return data;
}
