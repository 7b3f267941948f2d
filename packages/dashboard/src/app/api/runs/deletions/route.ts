import { answerWrite } from "../../../../server/answer-write.ts";
import { deleteRuns } from "../../../../server/move-runs.ts";
import { store } from "../../../../server/store.ts";

/** `{ "runs": [ids] }`: puts them into the trash. `MovedRuns`, whose runs `restorations` brings back; `RefusedDeletion` with status 409 where some train. */
export function POST(request: Request): Promise<Response> {
  return answerWrite(request, async ({ runs }) => deleteRuns(await store(), runs));
}
