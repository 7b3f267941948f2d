import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import type { Sink } from "../src/sink.ts";

/** A server that hands every body to a sink, whatever stands in it. */
export async function serveSink(sink: () => Sink): Promise<{ url: string; close(): void }> {
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const sent = Buffer.concat(chunks);
    const body = request.headers["content-encoding"] === "gzip" ? gunzipSync(sent) : sent;
    const { searchParams } = new URL(request.url ?? "", "http://here");
    const lines = body.toString().split("\n").slice(0, -1);
    const journal = searchParams.get("journal") ?? "";
    const from = Number(searchParams.get("from"));
    const taken = await sink().apply({ journal, from, lines });
    response.end(JSON.stringify({ taken }));
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
