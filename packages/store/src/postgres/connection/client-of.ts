import type { ClientConfig } from "pg";

/** A connection that is silent for so long is asked whether it is still there. */
const silentMs = 10_000;

/**
 * How all that talks to a server connects to it.
 *
 * @param as how it is called in the server's list of connections
 * @param connectMs how long that may take
 */
export function clientOf(url: string, as: string, connectMs: number): ClientConfig {
  return {
    connectionString: strict(url),
    connectionTimeoutMillis: connectMs,
    application_name: as,
    keepAlive: true,
    keepAliveInitialDelayMillis: silentMs,
  };
}

/** `pg` takes these words for `verify-full`, and warns of each that they may mean less one day. */
function strict(url: string): string {
  return url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, "$1verify-full");
}
