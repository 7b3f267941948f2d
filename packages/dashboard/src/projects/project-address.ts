/** What all pages of a project understand of what is asked of them. */
export interface ProjectView {
  readonly where?: string;
  /** The key of the series that runs are judged by. */
  readonly metric?: string | null;
  /** Which way it is better, where nobody recorded it. */
  readonly better?: "max" | "min" | null | undefined;
}

/** The address of a project's page, or of a page below it. @param title as a page shows it */
export function projectAddress(
  title: string,
  page?: "parameters",
  { where = "", metric = null, better = null }: ProjectView = {},
): string {
  const address = `/projects/${encodeURIComponent(title)}${page === undefined ? "" : `/${page}`}`;
  const query = new URLSearchParams({
    ...(where !== "" && { where }),
    ...(metric !== null && { metric, ...(better && { better }) }),
  });
  return query.size === 0 ? address : `${address}?${query}`;
}
