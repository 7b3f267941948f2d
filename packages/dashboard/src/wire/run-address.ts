/** The address of a run's page. @param from the query of the page of the list that one comes from */
export function runAddress(id: string, from?: string): string {
  const address = `/runs/${encodeURIComponent(id)}`;
  return from ? `${address}?${new URLSearchParams({ from })}` : address;
}
