/** What is used of IndexedDB and of Web Locks: this package is typed without a browser's types. */
export interface WebStorageHost {
  readonly indexedDB?: {
    open(name: string, version: number): OpenRequest;
  };
  readonly IDBKeyRange?: {
    bound(lower: unknown, upper: unknown, lowerOpen?: boolean, upperOpen?: boolean): unknown;
  };
  readonly navigator?: {
    readonly locks?: {
      request(
        name: string,
        options: { readonly ifAvailable: boolean },
        held: (lock: unknown) => unknown,
      ): Promise<unknown>;
    };
  };
}

export interface Database {
  transaction(
    stores: readonly string[],
    mode: "readonly" | "readwrite",
    options?: { readonly durability: "relaxed" },
  ): Transaction;
  createObjectStore(name: string): unknown;
  close(): void;
  onversionchange: (() => void) | null;
  onclose: (() => void) | null;
}

export interface Transaction {
  objectStore(name: string): ObjectStore;
  commit?(): void;
  readonly error: Error | null;
  oncomplete: (() => void) | null;
  onabort: (() => void) | null;
}

interface ObjectStore {
  put(value: unknown, key: unknown): unknown;
  delete(key: unknown): unknown;
  getAll(range?: unknown, most?: number): Request<unknown[]>;
  getAllKeys(range?: unknown, most?: number): Request<unknown[]>;
  openCursor(range: unknown, direction: "prev"): Request<{ readonly value: unknown } | null>;
}

export interface Request<T> {
  readonly result: T;
  readonly error: Error | null;
  onsuccess: (() => void) | null;
  onerror: (() => void) | null;
}

interface OpenRequest extends Request<Database> {
  onupgradeneeded: (() => void) | null;
  onblocked: (() => void) | null;
}
