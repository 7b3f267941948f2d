import { encodeSeries } from "../../../data/series-format.ts";
import { loadSeries } from "../../../server/load-series.ts";

export const dynamic = "force-dynamic";

/** `?run=ID&key=K1&key=K2…`, with `&segment=N` what that segment logged before the run was resumed: bytes as `encodeSeries` writes them. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const run = query.get("run");
  const keys = query.getAll("key");
  if (run === null || keys.length === 0) {
    return Response.json({ error: "Which run, and which keys?" }, { status: 400 });
  }
  const segment = query.get("segment");
  if (segment !== null && !/^\d{1,6}$/.test(segment)) {
    return Response.json({ error: "A segment is a whole number." }, { status: 400 });
  }
  const series = await loadSeries(run, keys, segment === null ? undefined : Number(segment));
  if (series === undefined) {
    return Response.json({ error: "There is no such run or series." }, { status: 404 });
  }
  return new Response(encodeSeries(series), {
    headers: { "content-type": "application/octet-stream", "cache-control": "no-store" },
  });
}
