import { closeSync, openSync, rmSync } from "node:fs";
import path from "node:path";
import type { FoundRequest, IngestTarget } from "@epochal/record";
import { JournalOwners } from "../ingest/journal-owners.ts";
import type { JournalPart } from "../journal/journal-part.ts";
import { listParts } from "../journal/list-parts.ts";
import { type Lines, readLines } from "../journal/read-lines.ts";
import type { Lease } from "../lease/lease.ts";
import type { Problems } from "../problems.ts";
import { SinkError } from "../sink-error.ts";
import { HttpSink } from "./http-sink.ts";

export interface SendOutboxArgs {
  readonly target: IngestTarget;
  /** The folder of the journals. */
  readonly folder: string;
  readonly lease: Lease;
  readonly problems: Problems;
  /**
   * Whether somebody has asked for it: then also what a program has left that cannot be asked and was heard of just now.
   *
   * @default false
   */
  readonly isAsked?: boolean;
  /** Told of what somebody wants of the runs of this process, each once. */
  readonly onRequest?: (request: FoundRequest) => void;
}

/** What of a journal is sent. */
interface Sent {
  /** Up to which byte. */
  bytes: number;
  /** When it was last heard of by the dashboard. */
  at: number;
  /** Whether the dashboard has refused it for ever. */
  isRefused: boolean;
}

/** A dashboard is told so often that runs live, where they have nothing else to say. */
const beatMs = 10_000;

/**
 * Sends the journals of a folder to a dashboard, and removes those that are sent and that nobody writes to any more. Others may do so at
 * the same time, on this machine or elsewhere: the dashboard takes in each line once.
 */
export class SendOutbox {
  readonly #args: SendOutboxArgs;
  readonly #owners: JournalOwners;
  readonly #live: HttpSink;
  readonly #left: HttpSink;
  readonly #sent = new Map<string, Sent>();
  /** The journals of this process whose runs have ended. */
  readonly #closed = new Set<string>();
  readonly #handedOver = new Set<string>();
  /** How many journals are sent as a whole. */
  journals = 0;
  bytes = 0;

  constructor(args: SendOutboxArgs) {
    this.#args = args;
    this.#owners = new JournalOwners(args.folder, args.lease);
    this.#live = new HttpSink({
      target: args.target,
      onRequests: (requests) => this.#handOver(requests),
    });
    this.#left = new HttpSink({ target: args.target, isClosing: true });
  }

  /** How many journals are in the folder. */
  get waiting(): number {
    return listParts(this.#args.folder).length;
  }

  /** How long the dashboard wants not to be asked, in milliseconds. */
  get pauseMs(): number {
    return Math.max(this.#live.pauseMs, this.#left.pauseMs);
  }

  /** Nobody will write to a journal of this process any more. */
  close(journal: string): void {
    this.#closed.add(journal);
  }

  /**
   * Sends what there is now.
   *
   * @throws SinkError where the dashboard takes nothing now
   */
  async turn(): Promise<void> {
    for (const part of listParts(this.#args.folder)) {
      const owner = this.#owners.ownerOf([part]);
      // Its own process sends it. Of one that cannot be asked it is sent when it was silent for a while.
      if (owner === "alive" || owner === "foreign") continue;
      if (owner === "unknown" && this.#args.isAsked !== true) continue;
      const isLeft = owner === "gone" || owner === "forgotten";
      const isClosed = isLeft || this.#closed.has(part.journal);
      try {
        await this.#send(part, owner === "here" ? this.#live : this.#left, isClosed);
      } catch (error) {
        if (!(error instanceof SinkError) || error.kind !== "broken") throw error;
        this.#refuse(part, error);
      }
    }
  }

  async #send(part: JournalPart, sink: HttpSink, isClosed: boolean): Promise<void> {
    const { journal } = part;
    const known = this.#sent.get(journal);
    if (known?.isRefused) return;
    // What an earlier process has sent of it, the dashboard knows.
    const bytes = known?.bytes ?? (await sink.apply({ journal, from: 0, lines: [] }));
    const sent = known ?? { bytes, at: Date.now(), isRefused: false };
    this.#sent.set(journal, sent);
    for (;;) {
      const read = this.#read(part, sent.bytes);
      if (read === undefined) return;
      if (read.lines.length === 0) break;
      const taken = await sink.apply({ journal, from: sent.bytes, ...read });
      this.bytes += Math.max(0, taken - sent.bytes);
      sent.bytes = taken;
      sent.at = Date.now();
    }
    if (isClosed) {
      this.#remove(part);
      this.journals++;
    } else if (Date.now() - sent.at >= beatMs) {
      await sink.apply({ journal, from: sent.bytes, lines: [] });
      sent.at = Date.now();
    }
  }

  #handOver(requests: readonly FoundRequest[]): void {
    for (const request of requests) {
      if (this.#handedOver.has(request.id)) continue;
      this.#handedOver.add(request.id);
      this.#args.onRequest?.(request);
    }
  }

  /** Undefined where the file is gone: somebody else has sent it. */
  #read({ name }: JournalPart, from: number): Lines | undefined {
    let fd: number;
    try {
      fd = openSync(path.join(this.#args.folder, name), "r");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
    try {
      return readLines(fd, from);
    } finally {
      closeSync(fd);
    }
  }

  #remove({ name, journal }: JournalPart): void {
    rmSync(path.join(this.#args.folder, name), { force: true });
    this.#sent.delete(journal);
    this.#closed.delete(journal);
  }

  /** What is refused for ever stays where it is, and is not sent again by this process. */
  #refuse({ name, journal }: JournalPart, { message }: SinkError): void {
    const known = this.#sent.get(journal) ?? { bytes: 0, at: 0, isRefused: true };
    this.#sent.set(journal, { ...known, isRefused: true });
    const { problems, target, folder } = this.#args;
    problems.report(
      `refused ${journal}`,
      `${target.url} refuses a run: ${message.replace(/\.$/, "")}. What was logged stays in ${path.join(folder, name)}.`,
    );
  }
}
