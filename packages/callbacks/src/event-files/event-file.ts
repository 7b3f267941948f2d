import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { nodeModule } from "../host/node-module.ts";
import { encodeRecord } from "./encode-record.ts";
import { EventSchema } from "./event.gen.ts";

type EventInit = MessageInitShape<typeof EventSchema>;

let files = 0;

/**
 * A file of events in a folder, made when the first events are flushed.
 *
 * Between two flushes the file is closed, so that a killed process leaves whole records.
 */
export class EventFile {
  readonly #folder: string;
  readonly #name: string;
  #records: Uint8Array[] = [];

  constructor(folder: string) {
    const host = nodeModule("node:os")?.hostname() ?? "host";
    this.#folder = folder;
    const second = Math.floor(Date.now() / 1000);
    // TensorBoard reads files in the order of their names, so the tenth file of a second must not sort before the ninth.
    const place = String(files++).padStart(6, "0");
    this.#name = `events.out.tfevents.${second}.${host}.${processId()}.${place}.v2`;
    this.add({
      what: { case: "fileVersion", value: "brain.Event:2" },
      sourceMetadata: { writer: "epochal" },
    });
  }

  /** Adds an event with the current time. */
  add(event: EventInit): void {
    const message = create(EventSchema, { wallTime: Date.now() / 1000, ...event });
    this.#records.push(encodeRecord(toBinary(EventSchema, message)));
  }

  /** Writes what was added since the last call. */
  async flush(): Promise<void> {
    const [files, path] = [nodeModule("node:fs/promises"), nodeModule("node:path")];
    if (files === undefined || path === undefined || this.#records.length === 0) {
      return;
    }
    const records = this.#records;
    this.#records = [];
    await files.mkdir(this.#folder, { recursive: true });
    await files.appendFile(path.join(this.#folder, this.#name), joined(records));
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

interface Host {
  readonly process?: { readonly pid: number };
}

/** The number of this process; 0 in a browser. */
function processId(): number {
  return (globalThis as Host).process?.pid ?? 0;
}
