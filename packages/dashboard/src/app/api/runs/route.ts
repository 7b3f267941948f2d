import { encodeRuns } from "../../../data/run-json.ts";
import { loadProject } from "../../../server/load-project.ts";

export const dynamic = "force-dynamic";

/** `?project=P`, and `&ids=a,b` for some of its runs: JSON as `encodeRuns` writes it. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const project = query.get("project");
  if (project === null) return Response.json({ error: "Which project?" }, { status: 400 });
  const ids = query.get("ids")?.split(",").filter(Boolean);
  const data = await loadProject(project, ids);
  if (data === undefined) {
    return Response.json({ error: "There is no such project." }, { status: 404 });
  }
  return new Response(encodeRuns(data), {
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}
