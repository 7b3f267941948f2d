import * as v from "valibot";
import { type FoundRequest, foundRequest } from "../run-request.ts";
import type { WebAnswer } from "./web-host.ts";

/**
 * What a dashboard says to lines. `taken`: up to which byte the journal is taken in. `refused`: for ever, these lines. `later`: not
 * now, nothing of them.
 */
export type IngestAnswer =
  | {
      readonly kind: "taken";
      readonly taken: number;
      /** What somebody wants of the runs of the journal; absent where nobody wants anything. Each comes until it is recorded. */
      readonly requests?: readonly FoundRequest[];
    }
  | { readonly kind: "refused"; readonly status: number; readonly reason: string }
  | {
      readonly kind: "later";
      /** Absent where nobody answered. */
      readonly status?: number;
      readonly reason: string;
      /** How long the dashboard wants not to be asked, in milliseconds. */
      readonly afterMs?: number;
    };

const final = [400, 403, 413, 415];
const longestPauseS = 3_600;

/** Reads an answer, trusting nothing: what answers may be another program. */
export async function readIngestAnswer(answer: WebAnswer): Promise<IngestAnswer> {
  const { status } = answer;
  const body = await answer.text();
  const { taken, requests, error } = fieldsOf(body);
  if (status === 200) {
    if (Number.isSafeInteger(taken) && Number(taken) >= 0) {
      const wanted = v.is(v.array(foundRequest), requests) ? { requests } : {};
      return { kind: "taken", taken: Number(taken), ...wanted };
    }
    return { kind: "later", status, reason: "it does not answer as a dashboard of Epochal does" };
  }
  const reason =
    typeof error === "string" ? error.replace(/\.$/, "") : `it answers with status ${status}`;
  if (final.includes(status)) return { kind: "refused", status, reason };
  const after = Number(answer.headers.get("retry-after") ?? Number.NaN);
  const isAfter = after >= 0 && after <= longestPauseS;
  return { kind: "later", status, reason, ...(isAfter && { afterMs: after * 1000 }) };
}

function fieldsOf(
  body: string,
): Readonly<Partial<Record<"taken" | "requests" | "error", unknown>>> {
  try {
    return Object(JSON.parse(body));
  } catch {
    return {};
  }
}
