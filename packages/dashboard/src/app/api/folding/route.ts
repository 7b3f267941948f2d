import { loadUnfolded } from "../../../server/load-unfolded.ts";

export const dynamic = "force-dynamic";

/** `{ "unfolded": { "bytes": …, "total": … } }` while the store folds what killed processes left, else `{}`. */
export async function GET(): Promise<Response> {
  return Response.json({ unfolded: await loadUnfolded() });
}
