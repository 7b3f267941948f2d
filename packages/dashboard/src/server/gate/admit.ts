import { keptHeaders } from "./kept-headers.ts";
import type { OwnNames } from "./own-names.ts";
import { ruleOf } from "./policy.ts";
import { type Refusal, refusal } from "./refusal.ts";

/** A request as the client sent it. */
export interface RawRequest {
  readonly method: string;
  /** What stands between the method and the version. */
  readonly target: string;
  /** Such as `1.1`. */
  readonly version: string;
  /** Names and values in turn, as they came. */
  readonly rawHeaders: readonly string[];
}

/** What the gate says of a request: why it is refused, or the headers that go on. */
export type Admission =
  | { readonly refusal: Refusal; readonly headers?: never }
  | { readonly refusal?: never; readonly headers: Readonly<Record<string, string>> };

/** Decides on a request by its raw form; the rules that need no raw form are those of `refusal()`. */
export function admit(request: RawRequest, names: OwnNames): Admission {
  const { method, target, version, rawHeaders } = request;
  const kept = keptHeaders(rawHeaders);
  if (kept === undefined) return refuse(400, "A header of this request stands there twice.\n");
  // In any other form the target names a host of its own, or nothing.
  const pathname = target.startsWith("/") ? (target.split("?", 1)[0] ?? "") : "";
  const refused = refusal({ method, pathname, headers: new Headers(kept) }, names);
  if (refused) return { refusal: refused };
  if (!/^[!-~]*$/.test(target) || target.includes("#")) {
    return refuse(400, "This address is not encoded as addresses are.\n");
  }
  if (!/^1\.[01]$/.test(version)) return refuse(505, "This dashboard speaks HTTP/1.1.\n");
  const length = kept["content-length"];
  const isChunked = rawHeaders.some((text, i) => i % 2 === 0 && /^transfer-encoding$/i.test(text));
  if (method !== "POST") {
    if (isChunked || (length ?? "0") !== "0") return refuse(400, "To read, send no body.\n");
  } else if (isChunked || length === undefined) {
    return refuse(411, "Say the length of the body.\n");
  } else {
    const { bytes = 0 } = ruleOf(pathname).rule.post ?? {};
    if (Number(length) > bytes) return refuse(413, `The body may have ${bytes} bytes.\n`);
  }
  return { headers: kept };
}

function refuse(status: number, text: string): Admission {
  return { refusal: { status, text } };
}
