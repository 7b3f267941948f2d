import { loadStorage } from "../../../server/load-storage.ts";

export const dynamic = "force-dynamic";

/** `StorageView`, in JSON. */
export async function GET(): Promise<Response> {
  return Response.json(await loadStorage(), { headers: { "cache-control": "no-store" } });
}
