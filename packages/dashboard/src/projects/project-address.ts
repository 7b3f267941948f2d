/** The address of a project's page, or of a page below it. @param title as a page shows it */
export function projectAddress(title: string, page?: "parameters"): string {
  const address = `/projects/${encodeURIComponent(title)}`;
  return page === undefined ? address : `${address}/${page}`;
}
