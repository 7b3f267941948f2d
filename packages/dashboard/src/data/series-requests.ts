/** Servers refuse much longer addresses; this leaves room for headers. */
const MOST_CHARACTERS = 6000;

/** The addresses under which these series of a run can be had: one, or several where there are very many keys. */
export function seriesRequests(run: string, keys: readonly string[]): readonly string[] {
  const start = `/api/series?${new URLSearchParams({ run })}`;
  const requests: string[] = [];
  let request = start;
  for (const key of keys) {
    const part = `&${new URLSearchParams({ key })}`;
    if (request !== start && request.length + part.length > MOST_CHARACTERS) {
      requests.push(request);
      request = start;
    }
    request += part;
  }
  return request === start ? requests : [...requests, request];
}
