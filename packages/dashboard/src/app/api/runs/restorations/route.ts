import { answerWrite } from "../../../../server/answer-write.ts";
import { restoreRuns } from "../../../../server/move-runs.ts";
import { store } from "../../../../server/store.ts";

/** `{ "runs": [ids] }`: brings them back from the trash. `MovedRuns`. */
export function POST(request: Request): Promise<Response> {
  return answerWrite(request, async ({ runs }) => restoreRuns(await store(), runs));
}
