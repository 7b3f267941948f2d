import { joinChunks } from "./join-chunks.ts";
import type { KeptChunk, Outbox } from "./outbox.ts";
import type { Database, Request, Transaction, WebStorageHost } from "./web-types.ts";

const databaseName = "epochal";
/** By name: the address that a journal is for. */
const journals = "journals";
/** By journal and first byte. */
const chunks = "chunks";
/** So many chunks are read at once: each is of a quarter of a second. */
const mostChunks = 50;

/** Keeps lines in IndexedDB: every page and worker of an origin has the same. */
export class IndexedDbOutbox implements Outbox {
  readonly isImmediate: boolean = false;
  readonly #url: string;
  readonly #host: WebStorageHost;
  #db: Database | undefined;
  #opening: Promise<void> | undefined;

  /** @param url the address that its lines are for */
  constructor(url: string, host: WebStorageHost = globalThis as object as WebStorageHost) {
    this.#url = url;
    this.#host = host;
  }

  /** @throws Error where the browser gives none: it may be blocked, or full */
  open(): Promise<void> {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  async #open(): Promise<void> {
    try {
      const db = await openDatabase(this.#host);
      const close = () => {
        db.close();
        if (this.#db === db) this.#db = undefined;
      };
      db.onversionchange = close;
      // The user has cleared what pages keep.
      db.onclose = close;
      this.#db = db;
    } finally {
      this.#opening = undefined;
    }
  }

  /** Where there are no locks, as on a page that is not served safely, a journal is whoever's asks. */
  async claim(journal: string): Promise<(() => void) | undefined> {
    const { navigator } = this.#host;
    const locks = navigator?.locks;
    if (locks === undefined) return () => {};
    return new Promise((resolve) => {
      const hold = (lock: unknown) => {
        if (lock === null) return resolve(undefined);
        return new Promise<void>((letGo) => resolve(letGo));
      };
      locks
        .request(`epochal ${journal}`, { ifAvailable: true }, hold)
        .catch(() => resolve(() => {}));
    });
  }

  keep(journal: string, chunk: KeptChunk): Promise<void> {
    const ask = (transaction: Transaction) => {
      transaction.objectStore(journals).put({ url: this.#url }, journal);
      transaction.objectStore(chunks).put(chunk, [journal, chunk.from]);
    };
    // What was cleared begins anew.
    if (this.#db === undefined) return this.open().then(() => this.#write(ask));
    return this.#write(ask);
  }

  async read(journal: string, from: number): Promise<KeptChunk | undefined> {
    const { store, range } = await this.#reading(chunks);
    const before = range.bound([journal, 0], [journal, from]);
    const first = await answer(store.openCursor(before, "prev"));
    if (first === null) return undefined;
    const { from: start } = first.value as KeptChunk;
    const later = range.bound([journal, start], [journal, Number.POSITIVE_INFINITY]);
    const found = await answer((await this.#reading(chunks)).store.getAll(later, mostChunks));
    return joinChunks(found as KeptChunk[], from);
  }

  async first(journal: string, from: number): Promise<number | undefined> {
    const { store, range } = await this.#reading(chunks);
    const rest = range.bound([journal, from], [journal, Number.POSITIVE_INFINITY]);
    const [key] = await answer(store.getAllKeys(rest, 1));
    return key === undefined ? undefined : Number((key as readonly unknown[])[1]);
  }

  async forget(journal: string, before: number): Promise<void> {
    const { range } = await this.#reading(chunks);
    return this.#write((transaction) => {
      const gone = range.bound([journal, 0], [journal, before], false, true);
      transaction.objectStore(chunks).delete(gone);
    });
  }

  async remove(journal: string): Promise<void> {
    const { range } = await this.#reading(chunks);
    return this.#write((transaction) => {
      transaction.objectStore(journals).delete(journal);
      const all = range.bound([journal, 0], [journal, Number.POSITIVE_INFINITY]);
      transaction.objectStore(chunks).delete(all);
    });
  }

  /** The browser keeps models of TensorFlow.js in a database of its own. */
  checkpointsOf(run: string): string {
    return `indexeddb://epochal/${run}`;
  }

  async list(): Promise<readonly string[]> {
    const { store } = await this.#reading(journals);
    const [names, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
    return names
      .filter((_, i) => (values[i] as { readonly url?: unknown }).url === this.#url)
      .map(String);
  }

  async #reading(name: string) {
    if (this.#db === undefined) await this.open();
    const range = this.#host.IDBKeyRange;
    if (this.#db === undefined || range === undefined) throw new Error(gone);
    return { store: this.#db.transaction([name], "readonly").objectStore(name), range };
  }

  /** All of it is asked for at once, so that it happens though the page may be gone in the next moment. */
  #write(ask: (transaction: Transaction) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#db === undefined) throw new Error(gone);
      const transaction = this.#db.transaction([journals, chunks], "readwrite", {
        durability: "relaxed",
      });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(new Error(whyBrokenOff(transaction.error)));
      ask(transaction);
      transaction.commit?.();
    });
  }
}

/** A browser that is full has a name for it and no words. */
function whyBrokenOff(error: Error | null): string {
  if (error?.name === "QuotaExceededError") return "this browser has no more room for the page";
  return error?.message || error?.name || "it was broken off";
}

const gone = "what this browser kept for the page is closed";

function openDatabase({ indexedDB }: WebStorageHost): Promise<Database> {
  return new Promise((resolve, reject) => {
    if (indexedDB === undefined) throw new Error("there is no IndexedDB");
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(journals);
      request.result.createObjectStore(chunks);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB cannot be opened"));
    request.onblocked = () => reject(new Error("another page keeps IndexedDB open"));
  });
}

function answer<T>(request: Request<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("IndexedDB cannot be read"));
  });
}
