import type { Query, QueryClient } from "@tanstack/react-query";
import { connection } from "./connection.ts";
import { listenToNews } from "./event-stream.ts";
import { isLive, refreshCounts, refreshRows, shownRows } from "./refresh-rows.ts";
import { refreshSeries } from "./refresh-series.ts";

/** Rows and points are asked for at most so often; what is counted over all runs, and all that a run has besides, less often. */
const ROWS_MS = 1500;
const COUNTS_MS = 5000;

/** Keeps what the client has up to date, until the returned function is called: by one stream, and a few requests for all that changed. */
export function followNews(client: QueryClient): () => void {
  const changed = new Set<string>();
  /** When there were last news of each run. */
  const heard = new Map<string, number>();
  /** Since counted things were last asked for. */
  const uncounted = new Set<string>();
  let stop: (() => void) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let countedAt = 0;
  let rowsAt = 0;
  let areCountsDue = false;

  const schedule = () => {
    if (isBusy || timer !== undefined || (changed.size === 0 && !areCountsDue)) return;
    const due = changed.size > 0 ? rowsAt + ROWS_MS : countedAt + COUNTS_MS;
    timer = setTimeout(() => void refresh(), Math.max(0, due - Date.now()));
  };
  const refresh = async () => {
    timer = undefined;
    isBusy = true;
    const ids = new Set(changed);
    changed.clear();
    for (const id of ids) uncounted.add(id);
    rowsAt = Date.now();
    const isDue = rowsAt >= countedAt + COUNTS_MS;
    areCountsDue = !isDue;
    if (isDue) countedAt = rowsAt;
    const results = await Promise.allSettled([
      refreshRows(client, ids),
      refreshSeries(client, ids),
      ...(isDue ? [refreshCounts(client), askAnew()] : []),
    ]);
    // What did not arrive is asked for again.
    if (results.some(({ status }) => status === "rejected")) for (const id of ids) changed.add(id);
    isBusy = false;
    schedule();
  };
  const askAnew = () => {
    const news = new Set(uncounted);
    uncounted.clear();
    return client.invalidateQueries(
      {
        predicate: ({ meta, queryKey: [kind, id] }) => {
          if (kind === "run") return news.has(String(id));
          if (meta?.isAskedAnew !== true) return false;
          return meta.runs === undefined || meta.runs.some((run) => news.has(run));
        },
      },
      { cancelRefetch: false },
    );
  };
  const listen = () => {
    if (stop !== undefined) return;
    const since = firstRevision(client);
    if (since === undefined) return;
    stop = listenToNews({
      since: () => since,
      onNews: ({ runs }) => {
        for (const id of runs) {
          changed.add(id);
          heard.set(id, Date.now());
        }
        schedule();
      },
      onConnection: (isOpen) => {
        connection.set(isOpen);
        if (!isOpen) return;
        for (const row of shownRows(client)) if (isLive(row)) changed.add(row.id);
        schedule();
      },
    });
  };
  /** Rows that nobody saw for a while, as after Back, have missed what came meanwhile. */
  const catchUp = ({ queryKey: [kind], state }: Query) => {
    if (kind !== "runs" || state.data === undefined) return;
    const missed = [...heard].flatMap(([id, at]) => (at > state.dataUpdatedAt ? [id] : []));
    if (missed.length === 0) return;
    for (const id of missed) changed.add(id);
    areCountsDue = true;
    schedule();
  };
  // Until the page shows something, it need not hear what changes.
  const unsubscribe = client.getQueryCache().subscribe((event) => {
    listen();
    if (event.type === "observerAdded") catchUp(event.query);
  });
  listen();
  return () => {
    unsubscribe();
    clearTimeout(timer);
    stop?.();
  };
}

/** The oldest revision of what the client has. */
function firstRevision(client: QueryClient): number | undefined {
  const revisions = client
    .getQueryCache()
    .getAll()
    .map(({ state }) => (state.data as { readonly revision?: unknown } | undefined)?.revision)
    .filter((revision) => typeof revision === "number");
  return revisions.length === 0 ? undefined : Math.min(...revisions);
}
