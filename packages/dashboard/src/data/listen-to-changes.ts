import { connection } from "./connection.ts";

export interface ListenToChangesArgs {
  /** The revision that the page shows. */
  readonly since: number;
  /** Is called with the ids of the runs that changed. */
  readonly onChange: (runs: readonly string[]) => void;
  /** Is called when the connection is open, the first time and after each break: a run may have been killed meanwhile. */
  readonly onOpen: () => void;
}

/** A browser does not try again by itself after an answer that is no stream. */
const TRY_AGAIN_MS = 2000;

/**
 * Listens to what changes in the store, until the returned function is called.
 *
 * A page in the background does not listen, and catches up when it is looked at again: a browser keeps only six connections
 * to one server, so the seventh tab would wait for ever.
 */
export function listenToChanges({ since, onChange, onOpen }: ListenToChangesArgs): () => void {
  let revision = since;
  let events: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    clearTimeout(timer);
    events?.close();
    events = undefined;
  };
  const open = () => {
    close();
    if (document.hidden) return;
    events = new EventSource(`/api/live?since=${revision}`);
    events.addEventListener("open", () => {
      connection.set(true);
      onOpen();
    });
    events.addEventListener("change", ({ data }) => {
      const change = JSON.parse(data) as { revision: number; runs: string[] };
      revision = change.revision;
      onChange(change.runs);
    });
    events.addEventListener("error", () => {
      connection.set(false);
      if (events?.readyState === EventSource.CLOSED) timer = setTimeout(open, TRY_AGAIN_MS);
    });
  };
  document.addEventListener("visibilitychange", open);
  open();
  return () => {
    document.removeEventListener("visibilitychange", open);
    close();
  };
}
