import { atThisMachine, type Viewer } from "../login/viewer.ts";
import type { Who } from "./policy.ts";
import type { Refusal } from "./refusal.ts";

/** Who asks, or why nobody gets an answer. */
export type Authorization =
  | { readonly viewer: Viewer; readonly refusal?: never }
  | { readonly refusal: Refusal; readonly viewer?: never };

interface Asking {
  /** Who may. Undefined where nobody may. */
  readonly who: Who | undefined;
  readonly viewer: Viewer | undefined;
  /** The address to come back to; absent where it is no page that is asked for. */
  readonly page?: string;
}

/** Decides whether somebody may ask something. The default is no. */
export function authorize({ who, viewer, page }: Asking): Authorization {
  if (who === "anybody")
    return { viewer: viewer ?? { ...atThisMachine, role: "read", projects: [] } };
  if (viewer === undefined) {
    if (page === undefined)
      return { refusal: fault(401, "Log in, or bring a token that is right.") };
    const location = `/login?to=${encodeURIComponent(page)}`;
    return { refusal: { status: 303, text: "Log in first.\n", headers: { location } } };
  }
  const may = who === "reader" || (who === "writer" && viewer.role === "write");
  return may ? { viewer } : { refusal: fault(403, "This token may only read.") };
}

/** The fault as JSON, as all of the server's answers to programs and scripts. */
function fault(status: number, error: string): Refusal {
  const headers = { "content-type": "application/json" };
  return { status, text: JSON.stringify({ error }), headers };
}
