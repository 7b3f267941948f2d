import { loadProjects } from "../../../server/load-projects.ts";

export const dynamic = "force-dynamic";

/** All projects, as `loadProjects` has them, in JSON. */
export async function GET(): Promise<Response> {
  return Response.json(await loadProjects(), { headers: { "cache-control": "no-store" } });
}
