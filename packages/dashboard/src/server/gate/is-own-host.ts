const NAMES = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** Whether a Host header names this machine, at the port that is served. */
export function isOwnHost(host: string | null, port: string | undefined): boolean {
  const [, name = "", given] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(host ?? "") ?? [];
  if (!NAMES.has(name.toLowerCase())) return false;
  return port === undefined || (given ?? "80") === port;
}
