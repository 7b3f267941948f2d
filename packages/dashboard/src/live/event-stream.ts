/** What has changed. */
interface News {
  readonly revision: number;
  /** Ids of the runs that changed. */
  readonly runs: readonly string[];
}

export interface EventStreamArgs {
  /** The revision of what the page shows; undefined where it shows nothing yet. */
  readonly since: () => number | undefined;
  readonly onNews: (news: News) => void;
  /** Whether the page hears of changes. Also told of each time the connection opens: a run may have been killed meanwhile. */
  readonly onConnection: (isOpen: boolean) => void;
}

/** A browser does not try again by itself after an answer that is no stream. */
const TRY_AGAIN_MS = 2000;

/**
 * Listens to what changes in the store, until the returned function is called.
 *
 * A page in the background does not listen, and catches up when it is looked at again: a browser keeps only six connections
 * to one server, so the seventh tab would wait for ever.
 */
export function listenToNews({ since, onNews, onConnection }: EventStreamArgs): () => void {
  let heard: number | undefined;
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
    const from = heard ?? since();
    events = new EventSource(from === undefined ? "/api/live" : `/api/live?since=${from}`);
    events.addEventListener("open", () => onConnection(true));
    events.addEventListener("change", ({ data }) => {
      const news = JSON.parse(data) as News;
      heard = news.revision;
      onNews(news);
    });
    events.addEventListener("error", () => {
      onConnection(false);
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
