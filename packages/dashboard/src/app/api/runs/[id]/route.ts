import { loadRun } from "../../../../server/load-run.ts";
import { encodeRuns } from "../../../../wire/run-json.ts";

export const dynamic = "force-dynamic";

/** A run with all it recorded besides its points, as a project of one run: JSON as `encodeRuns` writes it. */
export async function GET(
  _request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  const data = await loadRun((await params).id);
  if (data === undefined) return Response.json({ error: "There is no such run." }, { status: 404 });
  return new Response(encodeRuns(data), {
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}
