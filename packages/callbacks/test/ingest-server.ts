import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { type JournalRecord, parseRecord } from "@epochal/record";

/** What a server is to answer in place of taking lines in. */
export interface OddAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether the lines are taken in all the same: the answer is lost. */
  readonly takesIn?: boolean;
}

/** A server of the ingest protocol that keeps the bytes of journals, each byte once, and can be told to fail. */
export class IngestServer {
  readonly journals = new Map<string, Buffer>();
  readonly closed = new Set<string>();
  /** Asked for every request. */
  odd: (requests: number) => OddAnswer | undefined = () => undefined;
  requests = 0;
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** The records of a journal, or of all. */
  records(journal?: string): readonly JournalRecord[] {
    const texts = [...this.journals].filter(([name]) => journal === undefined || name === journal);
    return texts.flatMap(([, bytes]) =>
      bytes
        .toString()
        .split("\n")
        .slice(0, -1)
        .map((line) => {
          const record = parseRecord(line);
          if (typeof record === "string") throw new Error(`${record}: ${line}`);
          return record;
        }),
    );
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const sent = Buffer.concat(chunks);
    const body = request.headers["content-encoding"] === "gzip" ? gunzipSync(sent) : sent;
    const query = new URL(request.url ?? "", "http://server").searchParams;
    const odd = this.odd(++this.requests);
    const say = (status: number, said: object | string, headers = {}) => {
      response.writeHead(status, { "content-type": "application/json", ...headers });
      response.end(typeof said === "string" ? said : JSON.stringify(said));
    };
    if (odd === undefined && request.headers.authorization !== "Bearer secret") {
      return say(401, { error: "This token is unknown." });
    }
    if (request.method === "GET") return say(200, { projects: ["birds"], role: "write" });
    const taken = odd === undefined || odd.takesIn ? this.#take(query, body) : 0;
    if (odd === undefined) return say(200, { taken });
    if (odd.status === 0) response.destroy();
    else say(odd.status, odd.body ?? { error: "Not now." }, odd.headers);
  }

  #take(query: URLSearchParams, body: Buffer): number {
    const [journal = "", from] = [query.get("journal") ?? "", Number(query.get("from"))];
    const known = this.journals.get(journal) ?? Buffer.of();
    if (query.has("closing")) this.closed.add(journal);
    if (from > known.length || from + body.length <= known.length) return known.length;
    const all = Buffer.concat([known, body.subarray(known.length - from)]);
    this.journals.set(journal, all);
    return all.length;
  }
}
