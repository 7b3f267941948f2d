import { nodeModule } from "../host/node-module.ts";
import { FileOutbox } from "../outbox/file-outbox.ts";
import { IndexedDbOutbox } from "../outbox/indexed-db-outbox.ts";
import { MemoryOutbox } from "../outbox/memory-outbox.ts";
import type { Outbox } from "../outbox/outbox.ts";

/** Where this program can keep lines: in files of Node, in IndexedDB of a page or a worker, else in memory only. */
export async function openOutbox(url: string): Promise<Outbox> {
  try {
    if (nodeModule("node:fs") !== undefined) return new FileOutbox(url);
    const outbox = new IndexedDbOutbox(url);
    await outbox.open();
    return outbox;
  } catch (error) {
    return new MemoryOutbox(error instanceof Error ? error.message : String(error));
  }
}
