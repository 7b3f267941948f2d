import { CommandError } from "./command-error.ts";

/**
 * Reads `--allow-origin` and `--public-url`: a scheme, a host and perhaps a port, as browsers say where a page is from.
 *
 * @throws CommandError where it is none, and for all of them at once
 */
export function readOrigin(text: string, option = "--allow-origin"): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin =
    url !== undefined && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  if (url !== undefined && isOrigin) return url.origin;
  throw new CommandError(
    `${option} ${text}: it must be an address such as http://localhost:5173, without a path. There is none for all.`,
    2,
  );
}
