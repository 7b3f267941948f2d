import "server-only";
import { type Change, changes } from "./changes.ts";
import { store } from "./store.ts";
import { ViewerStore } from "./viewer-store.ts";

/** A comment line so often keeps the connection from looking dead. */
const KEEP_ALIVE_MS = 20_000;
/** A page that has left so many lines unread is taken for gone. If it is there, it connects again. */
const MOST_WAITING = 500;

/** Changes of the store as a stream of server-sent events, what has happened since `since` first. */
export function watchChanges(
  since: number | undefined,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  let end = () => {};
  return new ReadableStream({
    async start(stream) {
      let isOver = false;
      let before: Promise<void> = Promise.resolve();
      let unlisten = () => {};
      let beat: NodeJS.Timeout | undefined;
      const close = () => {
        end();
        stream.close();
      };
      end = () => {
        isOver = true;
        end = () => {};
        unlisten();
        clearInterval(beat);
        signal.removeEventListener("abort", close);
      };
      const say = (line: string) => {
        if (isOver) return;
        stream.enqueue(text.encode(line));
        if ((stream.desiredSize ?? 0) < -MOST_WAITING) close();
      };
      const seen = await store();
      const tell = ({ revision, runs }: Change) => {
        if (!(seen instanceof ViewerStore)) return write({ revision, runs });
        // One after the other, so that the last revision that a page heard is the newest.
        before = before
          .then(async () => {
            const own = await seen.seenOf(runs);
            if (own.length > 0) write({ revision, runs: own });
          })
          .catch(close);
      };
      const write = ({ revision, runs }: Change) =>
        say(`id: ${revision}\nevent: change\ndata: ${JSON.stringify({ revision, runs })}\n\n`);
      if (signal.aborted) return close();
      signal.addEventListener("abort", close);
      say("retry: 1000\n\n");
      try {
        unlisten = await changes().listen(since, tell);
      } catch (error) {
        end();
        throw error;
      }
      // The page may have gone before the database answered.
      if (isOver) unlisten();
      else beat = setInterval(() => say(":\n\n"), KEEP_ALIVE_MS);
    },
    cancel() {
      end();
    },
  });
}
