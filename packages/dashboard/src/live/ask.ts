import type { Fault } from "../wire/answers.ts";
import { decodeJson } from "../wire/json.ts";
import { type QuestionPath, questionAddress } from "../wire/question-address.ts";
import { QuestionError } from "./question-error.ts";

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
async function ask(path: QuestionPath, question: object, signal?: AbortSignal): Promise<Response> {
  const stop = signal === undefined ? {} : { signal };
  const address = questionAddress(path, question);
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
