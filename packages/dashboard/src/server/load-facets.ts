import "server-only";
import type { InferOutput } from "valibot";
import type { FacetsAnswer } from "../wire/answers.ts";
import type { facetsQuestion } from "../wire/questions.ts";
import { filterOf } from "./filter-of.ts";
import { store } from "./store.ts";

/** What the runs that match have. @throws QueryError */
export async function loadFacets(
  question: InferOutput<typeof facetsQuestion>,
): Promise<FacetsAnswer> {
  const open = await store();
  const { revision } = await open.listChanges();
  return { revision, ...(await open.facets(await filterOf(open, question))) };
}
