// A dashboard that others may use, and what a stranger tries there.
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { openStore } from "@epochal/store";
import { type Dashboard, startDashboard } from "./dashboard.ts";
import type { Kept } from "./keeper.ts";

/** What stands in every text of the project `fish`, and in nothing that others may see. */
export const SECRET = "of-the-fish-alone";

/** Markup and scripts, in every text of the project `birds`. */
export const MARKUP = `"><img src=x onerror="window.owned=1"><script>window.owned=1</script>'--;DROP TABLE runs`;

export interface Team {
  readonly dashboard: Dashboard;
  /** The secrets of tokens. */
  readonly tokens: Readonly<Record<"write" | "read" | "birds" | "revoked" | "expired", string>>;
  readonly runs: Readonly<Record<"bird" | "second" | "fish", string>>;
  /** The names of the projects. */
  readonly projects: Readonly<Record<"birds" | "fish", string>>;
}

async function seed(location: string): Promise<Pick<Team, "tokens" | "runs" | "projects">> {
  const store = await openStore(location);
  const projects = { birds: `birds ${MARKUP}`, fish: `fish ${SECRET}` };
  const record = async (project: string, name: string, text: string) => {
    const run = await store.startRun({
      ...{ project, name: `${name} ${text}`, notes: text, tags: [`t ${text}`], record: false },
      config: { [`k ${text}`]: text, units: name.length, deep: { [text]: [text] } },
    });
    for (let epoch = 0; epoch < 5; epoch++)
      run.log({ loss: 1 / (epoch + 1), [`val_${text}`]: epoch }, { step: epoch, epoch });
    run.event({ type: "warning", message: text });
    await store.addNote(run.id, { text, by: text });
    await run.finish();
    return run.id;
  };
  const runs = {
    bird: await record(projects.birds, "bird", MARKUP),
    second: await record(projects.birds, "second", MARKUP),
    fish: await record(projects.fish, "carp", SECRET),
  };
  const { access } = store;
  const make = async (name: string, options: Parameters<typeof access.createToken>[0]) =>
    (await access.createToken({ ...options, name })).secret;
  const tokens = {
    write: await make("write", { name: "", role: "write" }),
    read: await make("read", { name: "" }),
    birds: await make("birds", { name: "", role: "write", projects: [projects.birds] }),
    revoked: await make("revoked", { name: "", role: "write" }),
    expired: await make("expired", { name: "", role: "write", expires: 1 }),
  };
  await access.revokeToken("revoked");
  await store.close();
  return { tokens, runs, projects };
}

/** Starts it as whoever lets others in does, with a store of two projects. */
export async function openTeam(): Promise<Kept<Team>> {
  const folder = mkdtempSync(path.join(tmpdir(), "epochal-team-"));
  const location = path.join(folder, "runs.db");
  const seeded = await seed(location);
  const dashboard = await startDashboard(location, false, ["--host", "0.0.0.0"]);
  return {
    value: { dashboard, ...seeded },
    end: () => {
      if (dashboard.process.pid !== undefined) process.kill(-dashboard.process.pid, "SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Tried {
  readonly target: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Asks as no browser would: any target, any header, as they are. A stream is left after its head. */
export function tryIt(url: string, { target, method = "GET", headers = {}, body }: Tried) {
  const { hostname, port } = new URL(url);
  return new Promise<Told>((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) };
    const sent = { host: `${hostname}:${port}`, ...length, ...headers };
    const asked = httpRequest(
      { hostname, port, path: target, method, headers: sent, agent },
      (response) => {
        const { statusCode: status = 0 } = response;
        let text = "";
        const done = () => resolve({ status, headers: response.headers, text });
        if (/event-stream/.test(response.headers["content-type"] ?? "")) {
          done();
          return response.destroy();
        }
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          text += chunk;
        });
        response.on("end", done);
        return undefined;
      },
    );
    // Who refuses a body may close before all of it is sent.
    asked.on("error", (error: NodeJS.ErrnoException) =>
      ["EPIPE", "ECONNRESET"].includes(error.code ?? "")
        ? resolve({ status: 0, headers: {}, text: "" })
        : reject(error),
    );
    asked.end(body);
  });
}
