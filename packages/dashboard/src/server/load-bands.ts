import "server-only";
import type { Bands } from "@epochal/store";
import type { InferOutput } from "valibot";
import type { bandsQuestion } from "../wire/questions.ts";
import { filterOf } from "./filter-of.ts";
import { store } from "./store.ts";

/** The runs of each group at equal x. @throws TypeError or RangeError where the question makes no sense */
export async function loadBands(question: InferOutput<typeof bandsQuestion>): Promise<Bands> {
  const { key, by, x, center, spread, points } = question;
  const open = await store();
  const [first] = by ?? [];
  const isWord = by?.length === 1 && (first === "config" || first === "tags");
  return open.bands({
    ...(await filterOf(open, question)),
    key,
    ...(by !== undefined && by.length > 0 && { by: isWord ? (first as string) : by }),
    ...(x && { x }),
    ...(center && { center }),
    ...(spread && { spread }),
    ...(points && { points }),
  });
}
