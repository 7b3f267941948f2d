import "server-only";
import { dehydrate } from "@tanstack/react-query";
import * as v from "valibot";
import { newQueryClient } from "../live/query-client.ts";
import { type PageKey, pageQuestionOf } from "../live/runs-page.ts";
import { trashQuestion } from "../projects/trash-question.ts";
import { encodeJson } from "../wire/json.ts";
import { forPage } from "../wire/page-text.ts";
import { runsQuestion } from "../wire/questions.ts";
import { loadRows } from "./load-rows.ts";

/** What the page of the trash asks first, answered before it is made. @param project its name. @default all projects @returns it for `Prefetched` */
export async function prefetchTrash(project: string | undefined): Promise<string> {
  const client = newQueryClient();
  const wanted = trashQuestion(project);
  const key: PageKey = ["runs", wanted, 0, 0];
  const rows = await loadRows(v.parse(runsQuestion, pageQuestionOf(wanted, 0)));
  client.setQueryData(key, forPage(rows));
  return encodeJson(dehydrate(client));
}
