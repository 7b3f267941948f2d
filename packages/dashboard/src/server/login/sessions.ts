import { createHash, randomBytes } from "node:crypto";

/** So long a browser stays logged in without asking anything, and altogether. */
const IDLE_MS = 24 * 3_600_000;
const WHOLE_MS = 7 * 24 * 3_600_000;
const MOST = 1_000;

interface Session {
  readonly tokenId: string;
  readonly begun: number;
  seen: number;
}

/**
 * The browsers that are logged in. Each has a secret of its own, in a cookie, and never its token's; what it may is what its token may when
 * it asks. The server forgets them when it ends.
 */
export class Sessions {
  readonly #now: () => number;
  /** By the hash of their secrets: whoever reads the memory of the server has none of them. */
  readonly #byHash = new Map<string, Session>();

  /** @param now milliseconds of a clock that nobody sets */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Begins one. @returns its secret */
  begin(tokenId: string): string {
    const secret = randomBytes(32).toString("base64url");
    const now = this.#now();
    this.#byHash.set(hashOf(secret), { tokenId, begun: now, seen: now });
    const [oldest] = this.#byHash.keys();
    if (this.#byHash.size > MOST && oldest !== undefined) this.#byHash.delete(oldest);
    return secret;
  }

  /** The id of the token that a session was begun with; undefined where it is none, or is over. */
  tokenOf(secret: string): string | undefined {
    const hash = hashOf(secret);
    const session = this.#byHash.get(hash);
    if (session === undefined) return undefined;
    const now = this.#now();
    if (now - session.seen > IDLE_MS || now - session.begun > WHOLE_MS) {
      this.#byHash.delete(hash);
      return undefined;
    }
    session.seen = now;
    return session.tokenId;
  }

  end(secret: string): void {
    this.#byHash.delete(hashOf(secret));
  }
}

function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
