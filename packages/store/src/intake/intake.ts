import type { FoundRequest } from "@epochal/record";
import type { Sink } from "../sink.ts";
import { SinkError } from "../sink-error.ts";
import type { Token } from "../store-access.ts";
import { StoreError } from "../store-error.ts";
import { asSent } from "./as-sent.ts";
import { checkRuns, foreign, runsIn } from "./check-runs.ts";
import { readRecords } from "./read-records.ts";
import type { Scope, Senders } from "./senders.ts";
import { SentError } from "./sent-error.ts";
import { splitLines } from "./split-lines.ts";

/** What somebody sends of a journal. */
export interface Sent {
  readonly journal: string;
  /** The byte of the journal at which the body begins. */
  readonly from: number;
  /** Whole lines in UTF-8, not compressed; without any, it says only that the sender lives. */
  readonly body: Uint8Array;
  /** What lets it in. */
  readonly token: Pick<Token, "id" | "name" | "projects">;
  /** Whether this is the last for now: the page goes away. @default false */
  readonly closing?: boolean;
}

/** What became of it. */
export interface Taken {
  /** The byte up to which the journal is taken in now. */
  readonly taken: number;
  /** How many lines were no records of this version, and why the first of them was none; absent where all were. */
  readonly skipped?: number;
  readonly why?: string;
  /** What somebody wants of the runs of the journal; absent where nobody wants anything. */
  readonly requests?: readonly FoundRequest[];
}

const journalName = /^[A-Za-z0-9_-]{16,64}$/;

/** Takes in what is sent over the network: each line once, and only from those who may send it. */
export class Intake {
  readonly #sink: Sink;
  readonly #senders: Senders;

  constructor(sink: Sink, senders: Senders) {
    this.#sink = sink;
    this.#senders = senders;
  }

  /** @throws SentError where it is refused, or cannot be taken in now */
  async take(sent: Sent): Promise<Taken> {
    try {
      return await this.#take(sent);
    } catch (error) {
      if (error instanceof SentError) throw error;
      throw new SentError(503, `The store cannot take this in now: ${reasonOf(error)}`, {
        cause: error,
      });
    }
  }

  async #take({ journal, from, body, token, closing = false }: Sent): Promise<Taken> {
    if (!journalName.test(journal)) {
      throw new SentError(400, "journal must be a name of 16 to 64 letters, digits, - and _.");
    }
    if (!Number.isSafeInteger(from) || from < 0) {
      throw new SentError(400, "from must be the byte of the journal at which the body begins.");
    }
    const { lines, sizes } = splitLines(body);
    const read = readRecords(lines, from);
    const scope = token.projects ?? null;
    const isKnown = await this.#assertOwn(journal, scope);
    if (!isKnown) {
      if (lines.length === 0) return { taken: 0 };
      await this.#senders.begin(journal, token, scope);
      // Somebody else may have been first.
      await this.#assertOwn(journal, scope);
    }
    await this.#assertRuns(read, journal, from, scope);
    const records = read.map((each) => (typeof each === "string" ? each : asSent(each, journal)));
    const stored = lines.map((line, i) =>
      records[i] === read[i] ? line : JSON.stringify(records[i]),
    );
    const taken = await this.#sink.apply({ journal, from, lines: stored, sizes, records });
    if (closing) await this.#senders.closeRuns(journal, Date.now());
    else await this.#senders.hear(journal, Date.now());
    const skipped = records.filter((record) => typeof record === "string");
    const [why] = skipped;
    const requests = closing ? [] : await this.#senders.requests(journal);
    return {
      taken,
      ...(why !== undefined && { skipped: skipped.length, why }),
      ...(requests.length > 0 && { requests }),
    };
  }

  /** @returns whether somebody has begun the journal */
  async #assertOwn(journal: string, scope: Scope): Promise<boolean> {
    const begun = await this.#senders.scopeOf(journal);
    if (begun === undefined) return false;
    const may = scope === null || begun?.every((each) => scope.includes(each)) === true;
    if (may) return true;
    throw new SentError(403, "This journal was begun with a token of other projects.");
  }

  async #assertRuns(
    records: ReturnType<typeof readRecords>,
    journal: string,
    from: number,
    scope: Scope,
  ): Promise<void> {
    const ids = runsIn(records);
    if (ids.length === 0) return;
    const known = await this.#senders.runs(ids);
    const unknown = checkRuns({ records, journal, scope, known });
    if (unknown === undefined) return;
    // Where something before these lines is missing, they are not taken in, and it may start the run.
    const taken = await this.#sink.apply({ journal, from: 0, lines: [] });
    if (from <= taken) throw foreign(unknown);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof SinkError && error.kind === "busy") return "others write to it.";
  if (error instanceof SinkError && error.kind === "full") return "its disk is full.";
  if (error instanceof SinkError || error instanceof StoreError) return error.message;
  // What it is, is for who runs the server.
  process.emitWarning(`What was sent could not be taken in: ${String(error)}`, "EpochalWarning");
  return "the server is at fault.";
}
