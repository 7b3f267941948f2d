import {
  type FoundRequest,
  type IngestAnswer,
  type IngestTarget,
  postLines,
} from "@epochal/record";
import type { JournalLines, Sink } from "../sink.ts";
import { SinkError } from "../sink-error.ts";

export interface HttpSinkArgs {
  readonly target: IngestTarget;
  /** Whether nobody writes its journals any more. @default false */
  readonly isClosing?: boolean;
  /** Told of what somebody wants of the runs of a journal, again and again until it is recorded. */
  readonly onRequests?: (requests: readonly FoundRequest[]) => void;
}

/** A dashboard elsewhere, which takes in the lines of journals over HTTP. */
export class HttpSink implements Sink {
  readonly #args: HttpSinkArgs;
  /** How long the dashboard wants not to be asked, in milliseconds, since its last answer. */
  pauseMs = 0;

  constructor(args: HttpSinkArgs) {
    this.#args = args;
  }

  async apply({ journal, from, lines, sizes }: JournalLines): Promise<number> {
    const bytes = lines.map((line) => Buffer.byteLength(line) + 1);
    if (!Number.isSafeInteger(from) || from < 0 || (sizes ?? bytes).length !== lines.length) {
      throw new TypeError(
        `${journal}: lines must begin at a byte of the journal, and there must be a size for each of them`,
      );
    }
    // The rest of a line may begin within a character, which does not go over the network. It is none of the lines.
    const isTorn = sizes !== undefined && lines.length > 0 && sizes[0] !== bytes[0];
    const whole = isTorn ? lines.slice(1) : lines;
    const answer = await postLines(this.#args.target, {
      ...{ journal, isClosing: this.#args.isClosing ?? false },
      from: from + (isTorn ? (sizes[0] ?? 0) : 0),
      text: whole.map((line) => `${line}\n`).join(""),
    });
    return this.#read(answer);
  }

  #read(answer: IngestAnswer): number {
    this.pauseMs = answer.kind === "later" ? (answer.afterMs ?? 0) : 0;
    if (answer.kind === "taken") {
      if (answer.requests !== undefined) this.#args.onRequests?.(answer.requests);
      return answer.taken;
    }
    throw new SinkError(answer.kind === "later" ? "busy" : "broken", answer.reason);
  }
}
