import { loadUnfolded } from "../../../server/load-unfolded.ts";

export const dynamic = "force-dynamic";

/** `{ "unfolded": { "bytes": …, "total": … } }` while what killed processes have left is being folded, else `{}`. */
export async function GET(): Promise<Response> {
  return Response.json({ unfolded: await loadUnfolded() });
}
