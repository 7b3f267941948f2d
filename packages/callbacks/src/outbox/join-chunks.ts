import { bytesOf } from "@epochal/record";
import { type KeptChunk, readChars } from "./outbox.ts";

/**
 * The lines from a byte on, as one text of about half a megabyte.
 *
 * @param chunks in their order, without gaps
 * @returns undefined where that byte is in none of them
 */
export function joinChunks(chunks: Iterable<KeptChunk>, from: number): KeptChunk | undefined {
  const texts: string[] = [];
  let [bytes, chars] = [0, 0];
  for (const chunk of chunks) {
    const end = chunk.from + chunk.bytes;
    if (end <= from) continue;
    if (chunk.from > from + bytes || (chars > 0 && chars + chunk.text.length > readChars)) break;
    const text = chunk.from < from + bytes ? cutBefore(chunk, from + bytes) : chunk.text;
    texts.push(text);
    chars += text.length;
    bytes = end - from;
  }
  return bytes === 0 ? undefined : { from, text: texts.join(""), bytes };
}

/** The rest of a chunk from a byte on, at which a line of it begins. */
function cutBefore({ from, text }: KeptChunk, before: number): string {
  let [byte, at] = [from, 0];
  while (byte < before) {
    const next = text.indexOf("\n", at) + 1;
    if (next === 0) return "";
    byte += bytesOf(text.slice(at, next));
    at = next;
  }
  return text.slice(at);
}
