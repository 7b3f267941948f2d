import { type IngestTarget, ingestUrl } from "./ingest-target.ts";
import { whyNot } from "./post-lines.ts";
import { webHost } from "./web-host.ts";

/** What a dashboard says of a token. `none`: nobody listens, or what answers is no dashboard, or may not be heard. */
export type IngestAccess =
  | {
      readonly kind: "granted";
      /** The projects that may be written; absent for all. */
      readonly projects?: readonly string[];
    }
  | { readonly kind: "refused"; readonly status: number; readonly reason: string }
  | { readonly kind: "none"; readonly reason: string };

const timeoutMs = 10_000;

/** Asks a dashboard whether a token lets lines in. Never throws. */
export async function askIngest(target: IngestTarget): Promise<IngestAccess> {
  try {
    const answer = await webHost.fetch(ingestUrl(target), {
      method: "GET",
      headers: { authorization: `Bearer ${target.token}` },
      signal: webHost.AbortSignal.timeout(timeoutMs),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
    });
    return read(answer.status, await answer.text());
  } catch (error) {
    return { kind: "none", reason: whyNot(error) };
  }
}

function read(status: number, body: string): IngestAccess {
  let said: { readonly error?: unknown; readonly role?: unknown; readonly projects?: unknown };
  try {
    said = Object(JSON.parse(body));
  } catch {
    return { kind: "none", reason: "what answers there is no dashboard of Epochal" };
  }
  if (status !== 200) {
    const reason = typeof said.error === "string" ? said.error : `it answers with status ${status}`;
    return { kind: "refused", status, reason };
  }
  if (said.role === "read") return { kind: "refused", status: 403, reason: "the token only reads" };
  const { projects } = said;
  const isList = Array.isArray(projects) && projects.every((each) => typeof each === "string");
  return { kind: "granted", ...(isList && { projects }) };
}
