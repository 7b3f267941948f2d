import type { Fault } from "../wire/answers.ts";
import { decodeJson } from "../wire/json.ts";
import { QuestionError } from "./question-error.ts";

/** The routes that answer questions. */
export type QuestionPath =
  `/api/${"runs" | "facets" | "completions" | "series" | "bands" | "groups" | "like" | "effects" | "verdict" | "traces" | "diff" | "histograms" | "parameters"}`;

/** Servers refuse much longer addresses; this leaves room for headers. */
const LONGEST = 4000;
/** Half a surrogate pair, which no address can hold. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Asks for JSON. @throws QuestionError, or TypeError where the server cannot be reached */
export async function askJson<T>(
  path: QuestionPath,
  question: object,
  signal?: AbortSignal,
): Promise<T> {
  return decodeJson<T>(await (await ask(path, question, signal)).text());
}

/** Asks for bytes. @throws QuestionError, or TypeError where the server cannot be reached */
export async function askBytes(
  path: QuestionPath,
  question: object,
  signal?: AbortSignal,
): Promise<ArrayBuffer> {
  return (await ask(path, question, signal)).arrayBuffer();
}

/** In the address, or in a body where an address could not hold it. */
async function ask(path: string, question: object, signal?: AbortSignal): Promise<Response> {
  const stop = signal === undefined ? {} : { signal };
  const address = addressOf(path, question);
  const response =
    address === undefined
      ? await fetch(path, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(question),
          ...stop,
        })
      : await fetch(address, stop);
  if (response.ok) return response;
  if (response.status < 500) throw new QuestionError(response.status, await faultOf(response));
  throw new Error(`${path} was answered with ${response.status}.`);
}

function addressOf(path: string, question: object): string | undefined {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(question)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined) continue;
      if (typeof one === "object" || HALVES.test(String(one))) return undefined;
      query.append(name, String(one));
    }
    // An empty list is not the same as none.
    if (Array.isArray(value) && value.length === 0) return undefined;
  }
  const address = `${path}?${query}`;
  return address.length <= LONGEST ? address : undefined;
}

async function faultOf(response: Response): Promise<Fault> {
  const text = await response.text();
  try {
    const fault = JSON.parse(text) as Fault;
    if (typeof fault.error === "string") return fault;
  } catch {
    // It is no JSON: the gate refuses in plain words.
  }
  return { error: text.trim() || `The server refused, with ${response.status}.` };
}
