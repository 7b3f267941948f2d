import "server-only";
import { counted } from "@epochal/conclusions";
import { StoreError } from "@epochal/store";
import type { QueryError } from "@epochal/store/query";
import * as v from "valibot";
import type { Fault } from "../wire/answers.ts";
import { encodeJson } from "../wire/json.ts";
import { forPage } from "../wire/page-text.ts";
import { store } from "./store.ts";

/** What must come again to ask a question, and what comes back. */
type Answer = object | Uint8Array<ArrayBuffer>;

const NOT_THERE = new Set(["run_not_found", "series_not_found", "project_not_found"]);

/**
 * Reads a question from an address, or from the JSON of a body where it is too long for one, and answers it: bytes as bytes, anything
 * else as JSON. What is wrong with a question is answered in words with status 400, and with its place where it is a query; where it names
 * runs by their ids and none of them is there, with status 404.
 */
export async function answerQuestion<const Schema extends v.GenericSchema<object, object>>(
  request: Request,
  schema: Schema,
  answer: (question: v.InferOutput<Schema>) => Promise<Answer>,
): Promise<Response> {
  const read = v.safeParse(schema, await given(request));
  if (!read.success) return fail(400, { error: wordsOf(read.issues) });
  try {
    await refuseUnknownRuns(read.output);
    const data = await answer(read.output);
    const isBytes = data instanceof Uint8Array;
    return new Response(isBytes ? data : encodeJson(forPage(data)), {
      headers: {
        "content-type": isBytes ? "application/octet-stream" : "application/json",
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    const fault = faultOf(error);
    if (fault !== undefined) return fail(400, fault);
    const { code, message } = error as StoreError;
    if (NOT_THERE.has(code)) return fail(404, { error: message });
    throw error;
  }
}

/** What is wrong with a question, where the mistake is the asker's; undefined for any other error. */
export function faultOf(error: unknown): Fault | undefined {
  if (!(error instanceof TypeError || error instanceof RangeError)) return undefined;
  const { message } = error;
  if (error.name !== "QueryError") return { error: message };
  const { offset, length, expected, nearest } = error as QueryError;
  return {
    error: message.replace(/^where: /, ""),
    ...{ offset, length, expected },
    ...(nearest !== undefined && { nearest }),
  };
}

/** Of several runs one may have been removed a moment ago. @throws StoreError `run_not_found` where none of them is there */
async function refuseUnknownRuns(question: object): Promise<void> {
  const { ids } = question as { readonly ids?: readonly string[] };
  if (ids === undefined || ids.length === 0) return;
  const open = await store();
  const isThere = async (deleted: boolean) =>
    (await open.listRuns({ ids, deleted, limit: 0 })).total > 0;
  if ((await isThere(false)) || (await isThere(true))) return;
  const [first, ...others] = ids;
  throw new StoreError(
    "run_not_found",
    others.length === 0
      ? `There is no run ${first}.`
      : `There is none of these ${counted(ids.length, "run")}: ${first} is the first.`,
  );
}

async function given(request: Request): Promise<unknown> {
  if (request.method === "POST") {
    try {
      return JSON.parse(await request.text());
    } catch {
      return undefined;
    }
  }
  const question: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of new URL(request.url).searchParams) {
    const before = question[name];
    question[name] = before === undefined ? value : [before, value].flat();
  }
  return { ...question };
}

function wordsOf(issues: readonly v.BaseIssue<unknown>[]): string {
  const [issue] = issues;
  const place = issue === undefined ? null : v.getDotPath(issue as v.GenericIssue);
  return `${place ?? "The question"}: ${issue?.message ?? "It cannot be read."}`;
}

function fail(status: number, fault: Fault): Response {
  return Response.json(fault, { status });
}
