import { webHost } from "./web-host.ts";

/** How many bytes a text takes in UTF-8. */
export function bytesOf(text: string): number {
  return new webHost.TextEncoder().encode(text).length;
}
