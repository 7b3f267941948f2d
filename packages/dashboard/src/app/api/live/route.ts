import { watchChanges } from "../../../server/watch-changes.ts";

export const dynamic = "force-dynamic";

/** Server-sent events: `change` with the ids of the runs that changed since `?since=` or the last event heard. */
export async function GET(request: Request): Promise<Response> {
  const heard = request.headers.get("last-event-id");
  const given = heard ?? new URL(request.url).searchParams.get("since");
  const since = /^\d{1,15}$/.test(given ?? "") ? Number(given) : undefined;
  return new Response(watchChanges(since, request.signal), {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
