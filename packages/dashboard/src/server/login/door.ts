import type { IncomingMessage, ServerResponse } from "node:http";
import type { StoreAccess } from "@epochal/store";
import type { FailedTries } from "./failed-tries.ts";
import { loginPage } from "./login-page.ts";
import { readSmallJson } from "./read-small-json.ts";
import type { Sessions } from "./sessions.ts";
import { type Viewer, viewerOf } from "./viewer.ts";

export interface DoorArgs {
  readonly access: StoreAccess;
  readonly sessions: Sessions;
  readonly failures: FailedTries;
  /** What the cookie is called: cookies belong to a name, and another dashboard may be at another port of it. */
  readonly cookie: () => string;
  /** Whether a request came over TLS, to something before this server. */
  readonly isSecure: (request: IncomingMessage) => boolean;
}

interface LoggedIn {
  readonly viewer: Viewer;
  /** The secret of the session; absent where a program brought a token. */
  readonly session?: string;
}

/** Lets in who has a token: a browser logs in with it once, and a program brings it along. */
export class Door {
  readonly #args: DoorArgs;

  constructor(args: DoorArgs) {
    this.#args = args;
  }

  /** Who asks; undefined for who has not logged in. */
  async viewerOf(request: Pick<IncomingMessage, "headers">): Promise<Viewer | undefined> {
    return (await this.#loggedIn(request))?.viewer;
  }

  /** Answers the page and the requests that are about logging in. */
  async answer(request: IncomingMessage, response: ServerResponse, nonce: string): Promise<void> {
    const [pathname] = (request.url ?? "").split("?", 1);
    response.setHeader("cache-control", "no-store");
    if (pathname === "/login") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(request.method === "HEAD" ? "" : loginPage(nonce));
    } else if (pathname === "/api/logout") await this.#logOut(request, response);
    else if (request.method === "POST") await this.#logIn(request, response);
    else say(response, 200, { viewer: (await this.viewerOf(request)) ?? null });
  }

  async #logIn(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { access, sessions, failures } = this.#args;
    const address = request.socket.remoteAddress ?? "";
    const body = await readSmallJson(request);
    const secret = body?.token;
    if (typeof secret !== "string") return say(response, 400, { error: "Give a token." });
    const { token, fault } = await access.checkToken({ secret });
    if (token === undefined) {
      const wait = failures.add(address);
      if (wait > 0) {
        response.setHeader("retry-after", String(wait));
        return say(response, 429, { error: `Too many tries. Try again in ${wait} s.` });
      }
      const what = `a token that is ${fault}`;
      await access.addToLog({ who: "somebody", action: "login refused", what, origin: address });
      return say(response, 401, { error: `This token is ${fault}.` });
    }
    await access.addToLog({
      ...{ who: token.name, action: "logged in", what: token.id, origin: address },
    });
    response.setHeader("set-cookie", this.#cookieOf(sessions.begin(token.id), request));
    say(response, 200, { viewer: viewerOf(token) });
  }

  async #logOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.resume();
    const known = await this.#loggedIn(request);
    if (known?.session !== undefined) this.#args.sessions.end(known.session);
    await this.#args.access.addToLog({
      ...{ who: known?.viewer.token ?? "somebody", action: "logged out", what: "/api/logout" },
      origin: request.socket.remoteAddress ?? "",
    });
    response.setHeader("set-cookie", `${this.#cookieOf("", request)}; Max-Age=0`);
    say(response, 200, {});
  }

  async #loggedIn({ headers }: Pick<IncomingMessage, "headers">): Promise<LoggedIn | undefined> {
    const { access, sessions, cookie } = this.#args;
    const session = cookieIn(headers.cookie ?? "", cookie());
    const id = session === undefined ? undefined : sessions.tokenOf(session);
    if (session !== undefined && id !== undefined) {
      const { token } = await access.checkToken({ id });
      return token && { viewer: viewerOf(token), session };
    }
    const [, secret] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? "") ?? [];
    if (secret === undefined) return undefined;
    const { token } = await access.checkToken({ secret });
    return token && { viewer: viewerOf(token) };
  }

  #cookieOf(value: string, request: IncomingMessage): string {
    const secure = this.#args.isSecure(request) ? "; Secure" : "";
    return `${this.#args.cookie()}=${value}; Path=/; HttpOnly; SameSite=Strict${secure}`;
  }
}

function cookieIn(header: string, name: string): string | undefined {
  const found = header.split(";").map((pair) => pair.trim());
  return found.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

function say(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(text)),
  });
  response.end(text);
}
