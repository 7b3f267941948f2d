interface Came {
  /** The query of the page of the list that one came from. */
  readonly from?: string | undefined;
  /** The run that it is compared with. */
  readonly against?: string | undefined;
}

/** The address of a run's page. */
export function runAddress(id: string, { from, against }: Came = {}): string {
  const query = new URLSearchParams();
  if (from) query.set("from", from);
  if (against) query.set("against", against);
  const text = query.toString();
  return `/runs/${encodeURIComponent(id)}${text === "" ? "" : `?${text}`}`;
}
