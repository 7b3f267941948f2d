import "server-only";
import { type Change, changes } from "./changes.ts";

/** A comment line so often keeps the connection from looking dead. */
const KEEP_ALIVE_MS = 20_000;

/** Changes of the store as a stream of server-sent events, what has happened since `since` first. */
export function watchChanges(
  since: number | undefined,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  let end = () => {};
  return new ReadableStream({
    async start(stream) {
      const say = (line: string) => stream.enqueue(text.encode(line));
      const tell = ({ revision, runs }: Change) =>
        say(`id: ${revision}\nevent: change\ndata: ${JSON.stringify({ revision, runs })}\n\n`);
      say("retry: 1000\n\n");
      const unlisten = await changes().listen(since, tell);
      const beat = setInterval(() => say(":\n\n"), KEEP_ALIVE_MS);
      const close = () => {
        end();
        stream.close();
      };
      end = () => {
        end = () => {};
        unlisten();
        clearInterval(beat);
        signal.removeEventListener("abort", close);
      };
      // The page may be gone before the database has answered.
      if (signal.aborted) close();
      else signal.addEventListener("abort", close);
    },
    cancel() {
      end();
    },
  });
}
