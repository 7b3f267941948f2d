import { type FoundRequest, type IngestTarget, Pauses, postLines } from "@epochal/record";
import type { Outbox } from "../outbox/outbox.ts";
import type { Problems } from "./problems.ts";
import { cancel, later } from "./timers.ts";
import type { UnsentLines } from "./unsent-lines.ts";

export interface SenderArgs {
  readonly journal: string;
  readonly target: IngestTarget;
  readonly lines: UnsentLines;
  readonly outbox: Outbox;
  readonly problems: Problems;
  /** Told of what somebody wants of the runs of the journal, again and again until it is recorded. */
  readonly onRequests: (requests: readonly FoundRequest[]) => void;
  /** Called when all of it is sent, or refused, and forgotten here. */
  readonly onDone: () => void;
}

/** Lines are gathered for so long before they are sent. */
const gatherMs = 400;
/** After so long without lines the dashboard is told that the run lives. */
const beatMs = 10_000;
/** A browser lets a request outlive its page only where it is small. */
const farewellChars = 50_000;

/**
 * Sends the lines of one journal to a dashboard, in their order, each at least once: which of them it has, the dashboard counts. It tries
 * again for as long as the program runs, whatever fails.
 */
export class Sender {
  readonly #args: SenderArgs;
  readonly #pauses = new Pauses();
  /** Up to which byte the dashboard has the journal. */
  #sent = 0;
  #isStarted = false;
  #isEnded = false;
  #isDone = false;
  #isRefused = false;
  #hasLeft = false;
  /** Whether new lines are no reason to send now. */
  #isWaiting = false;
  #wake: (() => void) | undefined;
  readonly #settling = new Set<() => void>();

  constructor(args: SenderArgs) {
    this.#args = args;
  }

  /** Whether the dashboard has refused it, which was said. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  /** Something is there to send. @param isUrgent whether somebody waits for it, or the network is back */
  wake(isUrgent = false): void {
    if (!this.#isStarted) {
      this.#isStarted = true;
      void this.#run();
    } else if (!this.#isWaiting || isUrgent) this.#wake?.();
  }

  /** Nothing more will be logged: when all is sent, it is done. */
  end(): void {
    this.#isEnded = true;
    this.wake(true);
    // The page has said farewell a moment ago, and may hear of nothing else.
    if (this.#hasLeft) this.farewell();
  }

  /** Resolves when all that was saved until now is sent, or refused. @returns whether it is sent */
  async settled(): Promise<boolean> {
    const { end } = this.#args.lines;
    this.wake(true);
    while (this.#sent < end && !this.#isDone) {
      await new Promise<void>((resolve) => this.#settling.add(resolve));
    }
    return this.#sent >= end;
  }

  /** The page goes away: what fits is sent once more, in a request that outlives it and says that nothing else will come. */
  farewell(): void {
    this.#hasLeft = true;
    if (this.#isDone) return;
    const { journal, target, lines } = this.#args;
    const last = lines.inMemory(this.#sent, farewellChars);
    const from = this.#sent;
    void postLines(target, {
      ...{ journal, from, text: last?.text ?? "", isClosing: true, isFarewell: true },
    });
  }

  async #run(): Promise<void> {
    try {
      while (!this.#isDone) await this.#turn();
    } catch (error) {
      // Such as an outbox that cannot be read: it is all there for the next page or program.
      this.#args.problems.report("sending", `Sending has ended: ${String(error)}.`);
      this.#finish();
    }
  }

  async #turn(): Promise<void> {
    const { lines, outbox, journal } = this.#args;
    const batch = await lines.next(this.#sent);
    if (batch !== undefined) {
      await this.#send(batch.text, this.#sent + batch.bytes);
      if (this.#sent === lines.end && !this.#isEnded) await this.#waitFor(gatherMs);
    } else if (this.#sent < lines.end) {
      this.#giveUp(`it asks for lines from byte ${this.#sent} on, which are no longer here`);
    } else if (this.#isEnded) {
      await outbox.remove(journal).catch(() => {});
      this.#finish();
    } else if (!(await this.#sleep(beatMs))) await this.#send("", this.#sent);
  }

  /** @param end the byte behind the text */
  async #send(text: string, end: number): Promise<void> {
    const { journal, target, lines, problems } = this.#args;
    const answer = await postLines(target, { journal, from: this.#sent, text });
    if (answer.kind === "taken") {
      problems.isOver("unreachable");
      this.#pauses.reset();
      this.#sent = Math.min(answer.taken, lines.end);
      if (text !== "" && answer.taken >= end) lines.forget(end);
      if (answer.requests !== undefined) this.#args.onRequests(answer.requests);
      this.#tell();
      return;
    }
    if (answer.kind === "refused") return this.#giveUp(answer.reason);
    problems.report(
      "unreachable",
      `${target.url} does not take in what is logged: ${answer.reason}. Training goes on; the lines are kept here and sent later.`,
    );
    await this.#waitFor(this.#pauses.next(answer.afterMs));
  }

  /** What is refused for ever is refused again however often it is sent. */
  #giveUp(reason: string): void {
    const { target, problems, outbox, lines, journal } = this.#args;
    problems.report(
      `refused ${journal}`,
      `${target.url} refuses what is logged: ${reason}. Training goes on; the rest of this run is not recorded.`,
    );
    this.#isRefused = true;
    lines.stop();
    outbox.remove(journal).catch(() => {});
    this.#finish();
  }

  #finish(): void {
    this.#isDone = true;
    this.#tell();
    this.#args.onDone();
  }

  #tell(): void {
    for (const resolve of this.#settling) resolve();
    this.#settling.clear();
  }

  async #waitFor(ms: number): Promise<void> {
    this.#isWaiting = true;
    await this.#sleep(ms);
    this.#isWaiting = false;
  }

  /** @returns whether something has woken it before the time was over */
  #sleep(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = later(() => done(false), ms);
      const done = (isWoken: boolean) => {
        this.#wake = undefined;
        cancel(timer);
        resolve(isWoken);
      };
      this.#wake = () => done(true);
    });
  }
}
