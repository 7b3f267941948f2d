import type { Asked } from "./asked.ts";
import { isAddress } from "./is-address.ts";
import { isOwnHost } from "./is-own-host.ts";
import { isOwnRead } from "./is-own-read.ts";
import { isOwnWrite } from "./is-own-write.ts";

/** The answer to a request that is refused. */
export interface Refusal {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Why a request is refused; undefined for one that may be answered.
 *
 * A page on another site can send requests to this machine under a name of its own; so only the names of this machine are
 * answered. Only a program or a page of the dashboard itself may read or write.
 */
export function refusal(asked: Asked, port: string | undefined): Refusal | undefined {
  if (!isOwnHost(asked.headers.get("host"), port)) {
    return { status: 403, text: "This dashboard answers to 127.0.0.1 and localhost only.\n" };
  }
  const isRead = asked.method === "GET" || asked.method === "HEAD";
  if (!isRead && !isOwnWrite(asked)) {
    return {
      status: 405,
      text: "Only a page of this dashboard may write here.\n",
      headers: { allow: "GET, HEAD" },
    };
  }
  if (isRead && !isOwnRead(asked.headers)) {
    return { status: 403, text: "A page of another site may not read this dashboard.\n" };
  }
  if (!isAddress(asked.pathname)) {
    return { status: 400, text: "This address is not encoded as addresses are.\n" };
  }
  return undefined;
}
