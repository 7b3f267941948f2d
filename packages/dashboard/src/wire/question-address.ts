/** The routes that answer questions. */
export type QuestionPath =
  `/api/${"runs" | "facets" | "completions" | "series" | "bands" | "groups" | "members" | "like" | "verdict" | "traces" | "diff" | "histograms" | "parameters"}`;

/** Servers refuse addresses of twice this length. The ids of two hundred runs have room in it. */
const LONGEST = 8000;
/** Half a surrogate pair, which no address can hold. */
const HALVES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** The address of a question; undefined where an address could not hold it, and the question is asked in a body. */
export function questionAddress(path: QuestionPath, question: object): string | undefined {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(question)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one === undefined) continue;
      if (typeof one === "object" || HALVES.test(String(one))) return undefined;
      query.append(name, String(one));
    }
    // An empty list is not the same as none.
    if (Array.isArray(value) && value.length === 0) return undefined;
  }
  const address = `${path}?${query}`;
  return address.length <= LONGEST ? address : undefined;
}
