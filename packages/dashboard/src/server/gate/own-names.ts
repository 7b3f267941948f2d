import os from "node:os";

/** Under which names this server is asked. */
export interface OwnNames {
  /** The port that is served; undefined where nobody knows, as in development. */
  readonly port: string | undefined;
  /** The address that it listens on. @default "127.0.0.1" */
  readonly hostname?: string | undefined;
  /** Its address for others, such as `https://runs.example.org`, where something before it speaks TLS. */
  readonly publicUrl?: string | undefined;
}

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);
const ANY = new Set(["0.0.0.0", "::"]);

/**
 * The origins that pages of this server have that is asked under such a Host; none where it is no name of this server.
 *
 * A page on another site can send requests here under a name of its own. So names are on a list, and a name of the network must be told:
 * it is the public address.
 */
export function ownOrigins(host: string | null, names: OwnNames): readonly string[] {
  const { port, publicUrl } = names;
  const outside = publicUrl === undefined ? undefined : new URL(publicUrl);
  if (outside !== undefined && host?.toLowerCase() === outside.host) return [outside.origin];
  const [, name = "", given] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host ?? "") ?? [];
  if (!isOwnAddress(name.toLowerCase(), names)) return [];
  if (port !== undefined && (given ?? "80") !== port) return [];
  // What is before it may tell it this machine's name instead of its own.
  return [`http://${host}`, ...(outside === undefined ? [] : [outside.origin])];
}

/** Whether an address is of this machine alone. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.has(hostname) || hostname === "::1";
}

function isOwnAddress(name: string, { hostname = "127.0.0.1" }: OwnNames): boolean {
  if (LOOPBACK.has(name)) return true;
  if (isLoopback(hostname)) return false;
  const bare = name.replace(/^\[|\]$/g, "");
  return ANY.has(hostname) ? addresses().includes(bare) : bare === hostname.toLowerCase();
}

/** Those of this machine now: it may have joined a network since. */
function addresses(): string[] {
  return Object.values(os.networkInterfaces()).flatMap((all) =>
    (all ?? []).map(({ address }) => address.toLowerCase()),
  );
}
