import { limits } from "@epochal/record";
import { takeOptions } from "../options/take-options.ts";
import type { NoteOptions, RequestOptions } from "../request-options.ts";
import { readBy } from "./read-by.ts";

/** @throws TypeError or RangeError where an option makes no sense */
export function readRequestOptions(options: RequestOptions): Required<RequestOptions> {
  const { want, by } = takeOptions("request", options);
  if (want !== "stop" && want !== "save_weights") {
    throw new RangeError(
      `request: want must be "stop" or "save_weights". Received: ${String(want).slice(0, 100)}`,
    );
  }
  return { want, by: readBy("request", by) };
}

/** @throws TypeError or RangeError where an option makes no sense */
export function readNoteOptions(options: NoteOptions): Required<NoteOptions> {
  const { text, by } = takeOptions("addNote", options);
  if (typeof text !== "string") {
    throw new TypeError(`addNote: text must be a string. Received: ${typeof text}`);
  }
  if (text.trim() === "") {
    throw new RangeError(`addNote: text must not be empty. Received: ${JSON.stringify(text)}`);
  }
  if (text.length > limits.text) {
    throw new RangeError(
      `addNote: text must be at most ${limits.text} characters. Received: ${text.length} of them`,
    );
  }
  return { text, by: readBy("addNote", by) };
}
