import { Agent, request } from "node:http";

export interface ClientOptions {
  readonly url: string;
  readonly token: string;
  /** Number of the client: its journal and its run follow from it. */
  readonly number: number;
  readonly bodies: readonly string[];
  /** Called with each batch that was acknowledged. */
  readonly onTaken: () => void;
}

const KEYS = Array.from({ length: 10 }, (_, i) => `key_${i}`);
const LINES = 100;
/** Scalars of a batch. */
export const scalarsOfBatch = LINES * KEYS.length;
/** Stands in a body where the number of the client will. */
const NUMBER = "######";

/** The lines of each batch, each line a step of ten values, made before anything is measured: for all clients, whose runs differ in their name. */
export function bodiesOf(batches: number): string[] {
  const [run, at] = [`run-${NUMBER}`, Date.now()];
  const writer = { kind: "machine", host: "bench" };
  const of = { project: "sent", config: {}, tags: [], notes: "", writer };
  const start = [
    { type: "journal", version: 1, at, writer },
    { type: "run", run, at, ...of },
  ];
  return Array.from({ length: batches }, (_, batch) => {
    const steps = Array.from({ length: LINES }, (_, i) => {
      const step = batch * LINES + i;
      const values = Object.fromEntries(KEYS.map((key, at) => [key, Math.sin(step * (at + 1))]));
      return { type: "values", run, at: at + step, step, epoch: step / LINES, values };
    });
    const lines = [...(batch === 0 ? start : []), ...steps];
    return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  });
}

const agent = new Agent({ keepAlive: true });

/** Sends a run in batches, each until it is acknowledged, whatever becomes of the server meanwhile. */
export async function sendRun(options: ClientOptions): Promise<void> {
  const { url, token, bodies, onTaken } = options;
  const number = String(options.number).padStart(NUMBER.length, "0");
  const name = `bench-of-ingest-${number}`;
  let from = 0;
  for (const text of bodies) {
    const body = Buffer.from(text.replaceAll(NUMBER, number));
    const end = from + body.length;
    for (;;) {
      const taken = await send(`${url}/api/ingest?journal=${name}&from=${from}`, token, body);
      if (taken === end) break;
      if (taken !== undefined) throw new Error(`${name}: sent up to ${end}, taken up to ${taken}`);
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100));
    }
    from = end;
    onTaken();
  }
}

/** @returns how far the journal is taken in; undefined where it must be sent again */
function send(address: string, token: string, body: Buffer): Promise<number | undefined> {
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/x-ndjson",
    "content-length": body.length,
  };
  return new Promise((resolve, reject) => {
    const again = () => resolve(undefined);
    const asked = request(address, { method: "POST", agent, headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => {
        text += part;
      });
      answer.on("error", again);
      answer.on("end", () => {
        const { statusCode = 0 } = answer;
        if (statusCode >= 500) return again();
        if (statusCode >= 400) return reject(new Error(`${statusCode}: ${text}`));
        resolve((JSON.parse(text) as { readonly taken: number }).taken);
      });
    });
    asked.on("error", again);
    asked.end(body);
  });
}
