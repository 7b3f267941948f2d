const names = ["127.0.0.1", "localhost", "[::1]"];

/**
 * Whether a request's `Host` names this machine and the served port. A page elsewhere whose name is made to point at
 * 127.0.0.1 sends its own name, and is refused.
 */
export function isAllowedHost(host: string | null, port: string): boolean {
  if (host === null) return false;
  return names.some((name) => host.toLowerCase() === `${name}:${port}`);
}
