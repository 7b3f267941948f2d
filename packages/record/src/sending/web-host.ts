/** What is used of the web's platform, which Node has too. */
export interface WebHost {
  fetch(url: string, init: WebRequest): Promise<WebAnswer>;
  readonly AbortSignal: { timeout(ms: number): unknown };
  readonly CompressionStream?: new (format: "gzip") => unknown;
  readonly Response: new (
    body: unknown,
  ) => { readonly body: { pipeThrough(through: unknown): unknown }; blob(): Promise<unknown> };
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
}

interface WebRequest {
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly keepalive?: boolean;
  readonly signal?: unknown;
  readonly credentials: "omit";
  readonly cache: "no-store";
  readonly redirect: "error";
}

export interface WebAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}

export const webHost: WebHost = globalThis as object as WebHost;
