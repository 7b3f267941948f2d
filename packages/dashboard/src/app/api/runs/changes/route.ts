import { answerWrite } from "../../../../server/answer-write.ts";
import { changeRuns } from "../../../../server/change-runs.ts";
import { store } from "../../../../server/store.ts";

/** `{ "changes": [{ "runs": [ids], "set": {…}, "addTags": […], "removeTags": […] }] }`: `ChangedRuns`, whose `undo` is the next request's `changes`. */
export function POST(request: Request): Promise<Response> {
  return answerWrite(request, async ({ changes }) => changeRuns(await store(), changes));
}
