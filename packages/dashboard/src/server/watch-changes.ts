import "server-only";
import { type Change, changes } from "./changes.ts";
import { store } from "./store.ts";

/** A comment line so often keeps the connection from looking dead. */
const KEEP_ALIVE_MS = 20_000;

/** Changes of the store as a stream of server-sent events, what has happened since `since` first. */
export function watchChanges(since: number, signal: AbortSignal): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  let end = () => {};
  return new ReadableStream({
    async start(stream) {
      const say = (line: string) => stream.enqueue(text.encode(line));
      const tell = ({ revision, runs }: Change) =>
        say(`id: ${revision}\nevent: change\ndata: ${JSON.stringify({ revision, runs })}\n\n`);
      const unlisten = changes().listen(tell);
      const beat = setInterval(() => say(":\n\n"), KEEP_ALIVE_MS);
      const close = () => {
        end();
        stream.close();
      };
      end = () => {
        unlisten();
        clearInterval(beat);
        signal.removeEventListener("abort", close);
      };
      signal.addEventListener("abort", close);
      say("retry: 1000\n\n");
      if (!Number.isFinite(since)) return;
      const missed = await (await store()).listChanges(since);
      if (missed.runs.length > 0 && !signal.aborted) tell(missed);
    },
    cancel() {
      end();
    },
  });
}
