import type { Asked } from "./asked.ts";
import { isAddress } from "./is-address.ts";
import { isOwnRead } from "./is-own-read.ts";
import { isOwnWrite } from "./is-own-write.ts";
import { type OwnNames, ownOrigins } from "./own-names.ts";
import { ruleOf } from "./policy.ts";

/** The answer to a request that is refused. */
export interface Refusal {
  readonly status: number;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Why a request is refused, whoever sends it; undefined for one that may be answered to who may ask it.
 *
 * A page on another site can send requests to this machine under a name of its own; so only the names of this server are
 * answered. Only a program or a page of the dashboard itself may read or write.
 */
export function refusal(asked: Asked, names: OwnNames): Refusal | undefined {
  const origins = ownOrigins(asked.headers.get("host"), names);
  if (origins.length === 0) {
    const { publicUrl } = names;
    const known =
      publicUrl === undefined ? "localhost" : `localhost and ${new URL(publicUrl).host}`;
    const first = publicUrl === undefined ? "127.0.0.1 and" : "127.0.0.1,";
    return { status: 403, text: `This dashboard answers to ${first} ${known} only.\n` };
  }
  const isRead = asked.method === "GET" || asked.method === "HEAD";
  if (!isRead && !isOwnWrite(asked, origins)) {
    return {
      status: 405,
      text: "Only a page of this dashboard may write here.\n",
      headers: { allow: "GET, HEAD" },
    };
  }
  if (isRead && !isOwnRead(asked.headers, origins)) {
    return { status: 403, text: "A page of another site may not read this dashboard.\n" };
  }
  if (!isAddress(asked.pathname)) {
    return { status: 400, text: "This address is not encoded as addresses are.\n" };
  }
  if (isRead && ruleOf(asked.pathname).rule.read === undefined) {
    return { status: 405, text: "Here one can only write.\n", headers: { allow: "POST" } };
  }
  return undefined;
}
