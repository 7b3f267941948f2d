import { createLoader } from "nuqs/server";
import { compareParams } from "../../../compare/search-params.ts";
import { loadComparison } from "../../../server/load-comparison.ts";
import { encodeRuns } from "../../../wire/run-json.ts";

export const dynamic = "force-dynamic";

const readState = createLoader(compareParams);

/** `?project=P` and the state of the page as its own address has it, with `&since=V` only runs that changed after that version: JSON as `encodeRuns` writes it. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const project = query.get("project");
  if (project === null) return Response.json({ error: "Which project?" }, { status: 400 });
  const since = query.get("since");
  if (since !== null && !/^\d{1,15}$/.test(since)) {
    return Response.json({ error: "A version is a whole number." }, { status: 400 });
  }
  const data = await loadComparison(project, readState(query), Number(since ?? 0));
  if (data === undefined) {
    return Response.json({ error: "There is no such project." }, { status: 404 });
  }
  return new Response(encodeRuns(data), {
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}
