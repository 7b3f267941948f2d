import "server-only";
import type { StoreError } from "@epochal/store";

/** More than any note may have. */
const MOST_BYTES = 500_000;
const STATUS: Readonly<Record<string, number>> = {
  run_not_found: 404,
  run_has_ended: 409,
  run_is_running: 409,
};

/**
 * Reads the JSON object of a request, does what it asks, and answers in JSON. A mistake of the asker gets status 400 and its reason,
 * and what is answered with an `error` status 409.
 */
export async function answerWrite(
  request: Request,
  write: (body: Readonly<Record<string, unknown>>) => Promise<object>,
): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) {
    return refuse(413, "That is too long.");
  }
  let body: unknown;
  try {
    body = JSON.parse(await request.text());
  } catch {
    return refuse(400, "The body is not JSON.");
  }
  if (typeof body !== "object" || body === null) return refuse(400, "The body is no object.");
  try {
    const answer = await write(body as Record<string, unknown>);
    return Response.json(answer, { status: "error" in answer ? 409 : 200 });
  } catch (error) {
    const { code, message } = error as StoreError;
    const status = STATUS[code];
    if (status !== undefined) return refuse(status, message);
    if (error instanceof TypeError || error instanceof RangeError) return refuse(400, message);
    throw error;
  }
}

function refuse(status: number, error: string): Response {
  return Response.json({ error }, { status });
}
