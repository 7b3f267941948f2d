import { clientOf } from "./connection/client-of.ts";

/** How long connecting may take. */
const connectMs = 5_000;
/** A connection that was lost is tried again after so long. */
const retryMs = 1_000;

/** Hears the ticks of a database's clock as the server tells of them, so that nobody need ask again and again. */
export class Ticks {
  readonly #url: string;
  #client: import("pg").Client | undefined;
  #isConnecting = false;
  #isClosed = false;
  #count = 0;
  #waiting: (() => void)[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  /** How many were heard. */
  get count(): number {
    return this.#count;
  }

  /** Waits for a tick after the first `count`, at most for about `forMs`; where none can be heard, for a second at most. */
  async next(count: number, forMs: number): Promise<void> {
    if (this.#client === undefined) this.#connect();
    if (this.#count !== count || this.#isClosed) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#waiting.push(resolve);
      const mostMs = this.#client === undefined ? retryMs : forMs;
      timer = setTimeout(resolve, Math.min(forMs, mostMs));
    });
    clearTimeout(timer);
  }

  close(): void {
    this.#isClosed = true;
    this.#client?.end().catch(() => {});
    this.#wake();
  }

  #connect(): void {
    if (this.#isConnecting || this.#isClosed) return;
    this.#isConnecting = true;
    this.#listen()
      .catch(() => {})
      .finally(() => {
        this.#isConnecting = false;
      });
  }

  async #listen(): Promise<void> {
    const { default: pg } = await import("pg");
    const client = new pg.Client(clientOf(this.#url, "epochal live", connectMs));
    const forget = () => {
      if (this.#client === client) this.#client = undefined;
    };
    client.on("error", forget);
    client.on("end", forget);
    client.on("notification", () => this.#wake());
    await client.connect();
    await client.query("LISTEN epochal");
    if (this.#isClosed) return client.end();
    this.#client = client;
    // What ticked until now was not heard.
    this.#wake();
  }

  #wake(): void {
    this.#count++;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }
}
