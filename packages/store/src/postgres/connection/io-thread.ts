import { workerData } from "node:worker_threads";
import pg from "pg";
import { clientOf } from "./client-of.ts";
import type { IoAnswer, IoFault, IoRequest, IoThreadData } from "./io-message.ts";
import { withNul } from "./without-nul.ts";

/** OIDs of PostgreSQL's types. */
const [bool, bytea, int8, int2, int4, float4, float8, numeric] = [
  16, 17, 20, 21, 23, 700, 701, 1700,
];
/** Those whose values are numbers here, as they are in SQLite. */
const numbers = new Set([int8, int2, int4, float4, float8, numeric]);

/** All else is text. */
const types = {
  getTypeParser: (type: number) => {
    if (numbers.has(type)) return Number;
    if (type === bytea) return toBytes;
    return type === bool ? toBit : withNul;
  },
};

/** In a buffer of their own, which goes from thread to thread without its neighbours. */
const toBytes = (text: string) => new Uint8Array(Buffer.from(text.slice(2), "hex"));
const toBit = (text: string): number => (text === "t" ? 1 : 0);

/** The life of a thread that talks to a PostgreSQL server for another thread, which sleeps meanwhile. */
export function answerForever(): void {
  const { port, answered } = workerData as IoThreadData;
  const counter = new Int32Array(answered);
  const server = new Server(workerData as IoThreadData);
  port.on("message", async (request: IoRequest) => {
    const answer = await server
      .ask(request)
      .catch((error): IoAnswer => ({ fault: faultOf(error) }));
    port.postMessage(answer);
    Atomics.add(counter, 0, 1);
    Atomics.notify(counter, 0);
  });
  port.on("close", () => server.close());
}

class Server {
  readonly #args: IoThreadData;
  #client: pg.Client | undefined;

  constructor(args: IoThreadData) {
    this.#args = args;
  }

  async ask({ text, name, values, isInTransaction }: IoRequest): Promise<IoAnswer> {
    if (this.#client === undefined && isInTransaction) {
      throw Object.assign(new Error("the connection was lost"), { code: "08006" });
    }
    const client = this.#client ?? (await this.#connect());
    const result = await client.query({
      ...{ text, types, rowMode: "array" },
      ...(name !== undefined && { name }),
      ...(values !== undefined && { values: [...values] }),
    });
    // Of several statements the last one counts.
    const last = Array.isArray(result) ? (result as pg.QueryArrayResult[]).at(-1) : result;
    return {
      columns: last?.fields.map((field) => field.name) ?? [],
      cells: (last?.rows as unknown[][] | undefined)?.flat() ?? [],
      changes: last?.rowCount ?? 0,
    };
  }

  close(): void {
    this.#client?.end().catch(() => {});
  }

  async #connect(): Promise<pg.Client> {
    const { url, setUp, connectMs } = this.#args;
    const client = new pg.Client(clientOf(url, "epochal", connectMs));
    const forget = () => {
      if (this.#client === client) this.#client = undefined;
    };
    client.on("error", forget);
    client.on("end", forget);
    await client.connect();
    await client.query(setUp);
    this.#client = client;
    return client;
  }
}

function faultOf(error: unknown): IoFault {
  const [first = error] = error instanceof AggregateError ? error.errors : [];
  const { message = String(first), code = "" } = first as { message?: string; code?: string };
  return { message, code };
}
