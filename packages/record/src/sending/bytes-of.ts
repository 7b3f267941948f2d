import { webHost } from "./web-host.ts";

let encoder: InstanceType<typeof webHost.TextEncoder> | undefined;

/** How many bytes a text takes in UTF-8. */
export function bytesOf(text: string): number {
  encoder ??= new webHost.TextEncoder();
  return encoder.encode(text).length;
}
