/** A dashboard that takes lines in, and the token that lets them in. */
export interface IngestTarget {
  /** Its address, such as `http://127.0.0.1:4300`. */
  readonly url: string;
  readonly token: string;
}

/** The address of its ingest. */
export function ingestUrl({ url }: IngestTarget): string {
  return `${url.replace(/\/+$/, "")}/api/ingest`;
}
