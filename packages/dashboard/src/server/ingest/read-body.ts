import type { IncomingMessage } from "node:http";

/**
 * The bytes of a body whose length was stated and looked at before.
 *
 * @throws Error where the client goes away in the middle
 */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const length = Number(request.headers["content-length"] ?? 0);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    chunks.push(chunk);
  }
  if (size !== length) throw new Error("The body does not have its stated length.");
  return Buffer.concat(chunks, size);
}
