import type { Answers, ReadingRequest, ReadingThreadData } from "./reading-message.ts";
import { ReadingThread } from "./reading-thread.ts";

/** So many questions are asked beside each other: one that takes long holds up no other. */
const mostThreads = 3;

type Asked = {
  readonly [Name in keyof Answers]: (
    ...asked: Parameters<Answers[Name]>
  ) => Promise<Awaited<ReturnType<Answers[Name]>>>;
};

/**
 * Asks a PostgreSQL server while the caller's thread goes on: each question in a thread of its own, with a connection of its own. They start
 * when they are needed. With one question at a time it is always the same one, which remembers what it has read.
 */
export class ReadingThreads {
  /** All that can be asked. */
  readonly asked: Asked;
  readonly #threads: readonly ReadingThread[];
  readonly #taken = new Set<ReadingThread>();
  readonly #waiting: ((thread: ReadingThread) => void)[] = [];
  #isBehind = false;

  constructor(data: ReadingThreadData) {
    this.#threads = Array.from({ length: mostThreads }, () => new ReadingThread(data));
    this.asked = new Proxy({} as Asked, {
      get:
        (_, name: keyof Answers) =>
        (...asked: readonly unknown[]) =>
          this.#ask({ name, asked }),
    });
  }

  /** Whether something was missing in the last answer. */
  get isBehind(): boolean {
    return this.#isBehind;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }

  async #ask(question: Exclude<ReadingRequest, "close">): Promise<unknown> {
    const free = this.#threads.find((thread) => !this.#taken.has(thread));
    const thread = free ?? (await new Promise<ReadingThread>((turn) => this.#waiting.push(turn)));
    this.#taken.add(thread);
    try {
      const { answer, isBehind } = await thread.ask(question);
      this.#isBehind = isBehind;
      return answer;
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#taken.delete(thread);
      else next(thread);
    }
  }
}
