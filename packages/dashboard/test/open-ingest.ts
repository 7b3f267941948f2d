import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore, type Store, type TokenOptions } from "@epochal/store";
import { openAccess } from "@epochal/store/server";
import { createGateServer } from "../src/server/gate/gate-server.ts";
import { answerIngest } from "../src/server/ingest/answer-ingest.ts";
import { DiskRoom } from "../src/server/ingest/disk-room.ts";
import { Ingest } from "../src/server/ingest/ingest.ts";
import { FailedTries } from "../src/server/login/failed-tries.ts";

/** A store of its own, behind a server that takes runs in. */
export interface OpenIngest {
  readonly url: string;
  readonly store: Store;
  /** The secret of a new token. */
  token(options?: Partial<TokenOptions>): Promise<string>;
  /** Sends a body, or nothing. */
  send(sent: SentBody): Promise<Answer>;
  close(): Promise<void>;
}

export interface SentBody {
  readonly token?: string;
  readonly journal: string;
  readonly from?: number | string;
  readonly body?: string | Uint8Array;
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly said: { readonly taken?: number; readonly error?: string } & Record<string, unknown>;
}

/** @param leastRoom how many bytes of its disk are left to others. @default as many as everywhere */
export async function openIngest(
  origins: readonly string[] = [],
  leastRoom?: number,
): Promise<OpenIngest> {
  const folder = mkdtempSync(path.join(tmpdir(), "epochal-ingest-"));
  const location = path.join(folder, "runs.db");
  const store = await openStore(location);
  const { it: access, close } = openAccess(location);
  const room = new DiskRoom(location, leastRoom === undefined ? undefined : () => leastRoom);
  const ingest = new Ingest(location, room);
  const args = { access, ingest, origins: new Set(origins), failures: new FailedTries() };
  let url = "";
  const server = createGateServer({
    handle: async (_, response) => {
      response.end("a page");
    },
    ingest: (request, response) => answerIngest(request, response, { ...args, url: () => url }),
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, store },
    token: async (options) =>
      (await store.access.createToken({ name: "test", role: "write", ...options })).secret,
    send: async ({ token, journal, from = 0, body = "", query = "", headers = {} }) => {
      const address = `${url}/api/ingest?journal=${encodeURIComponent(journal)}&from=${from}${query}`;
      const response = await fetch(address, {
        method: "POST",
        body: body as string,
        headers: {
          "content-type": "application/x-ndjson",
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...headers,
        },
      });
      return {
        status: response.status,
        headers: response.headers,
        said: (await response.json()) as Answer["said"],
      };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await ingest.close();
      close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Records as the lines of a body. */
export function linesOf(...records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

/** The first line of a journal. */
export const header = { type: "journal", version: 1, at: 1, writer: { kind: "page" } };

/** A record that starts a run. */
export function started(run: string, project = "birds") {
  const writer = { kind: "page" };
  return { type: "run", run, at: Date.now(), project, config: {}, tags: [], notes: "", writer };
}

/** A record of one value. */
export function value(run: string, step: number, loss = 1 / (step + 1)) {
  return { type: "values", run, at: Date.now(), step, epoch: step, values: { loss } };
}
