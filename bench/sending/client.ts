export interface ClientOptions {
  readonly url: () => string;
  readonly token: string;
  /** Number of the client: its journal, its run and its values follow from it. */
  readonly number: number;
  readonly batches: number;
  /** Called with each batch that was acknowledged. */
  readonly onTaken: () => void;
}

const KEYS = Array.from({ length: 10 }, (_, i) => `key_${i}`);
const LINES = 100;
/** Scalars of a batch. */
export const scalarsOfBatch = LINES * KEYS.length;

/** The lines of one batch, each a step of ten values. */
function linesOf(run: string, batch: number): string {
  let text = "";
  if (batch === 0) {
    const writer = { kind: "machine", host: "bench" };
    const of = { project: "sent", config: {}, tags: [], notes: "", writer };
    text += `${JSON.stringify({ type: "journal", version: 1, at: Date.now(), writer })}\n`;
    text += `${JSON.stringify({ type: "run", run, at: Date.now(), ...of })}\n`;
  }
  for (let i = 0; i < LINES; i++) {
    const step = batch * LINES + i;
    const values = Object.fromEntries(KEYS.map((key, at) => [key, Math.sin(step * (at + 1))]));
    text += `${JSON.stringify({ type: "values", run, at: Date.now(), step, epoch: step / LINES, values })}\n`;
  }
  return text;
}

/** Sends a run in batches, each until it is acknowledged, whatever becomes of the server meanwhile. */
export async function sendRun(options: ClientOptions): Promise<void> {
  const { url, token, number, batches, onTaken } = options;
  const name = `bench-${String(number).padStart(20, "0")}`;
  let from = 0;
  for (let batch = 0; batch < batches; batch++) {
    const body = linesOf(`run-${number}`, batch);
    const end = from + body.length;
    for (;;) {
      const taken = await send(`${url()}/api/ingest?journal=${name}&from=${from}`, token, body);
      if (taken === end) break;
      if (taken !== undefined) throw new Error(`${name}: sent up to ${end}, taken up to ${taken}`);
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100));
    }
    from = end;
    onTaken();
  }
}

/** @returns how far the journal is taken in; undefined where it must be sent again */
async function send(address: string, token: string, body: string): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/x-ndjson" };
  try {
    const answer = await fetch(address, { method: "POST", headers, body });
    const said = (await answer.json()) as { taken?: number; error?: string };
    if (answer.status >= 400 && answer.status < 500) throw new RangeError(said.error);
    return said.taken;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return undefined;
  }
}
