import { encodeRuns } from "../../../data/run-json.ts";
import { loadProject } from "../../../server/load-project.ts";
import { loadRuns } from "../../../server/load-runs.ts";

export const dynamic = "force-dynamic";

/** `?project=P`, `?ids=a,b`, or both for some of a project's runs, with `&whole` all of their events: JSON as `encodeRuns` writes it. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const project = query.get("project");
  const ids = query.get("ids")?.split(",").filter(Boolean);
  const data = await load(project, ids, query.has("whole"));
  if (data === undefined) {
    return project === null
      ? Response.json({ error: "Which project, or which ids?" }, { status: 400 })
      : Response.json({ error: "There is no such project." }, { status: 404 });
  }
  return new Response(encodeRuns(data), {
    headers: { "content-type": "application/json", "cache-control": "no-store" },
  });
}

async function load(project: string | null, ids: readonly string[] | undefined, isWhole: boolean) {
  if (project !== null) return loadProject(project, ids, isWhole);
  // Runs asked for by id may be of several projects: each says of which.
  return ids && { project: "", ...(await loadRuns({ ids }, isWhole)) };
}
