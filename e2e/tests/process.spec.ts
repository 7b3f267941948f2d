import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { type AddressInfo, connect, createServer } from "node:net";
import path from "node:path";
import { type Dashboard, expect, test } from "../dashboard.ts";

const packages = path.join(import.meta.dirname, "../../packages");
const bin = path.join(packages, "cli/bin/epochal.js");

test.use({ isByNpx: true });

function answers({ url }: Dashboard): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

function stream({ url }: Dashboard): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = get(`${url}/api/live`, (response) => {
      response.on("error", () => {}); // it is cut off
      response.resume();
      resolve(response);
    });
    request.on("error", reject);
  });
}

for (const [what, streams] of [
  ["", 0],
  [" while pages are live", 5],
] as const)
  test(`SIGTERM to npx ends the server${what}`, async ({ dashboard }) => {
    const open = await Promise.all(Array.from({ length: streams }, () => stream(dashboard)));
    expect(open.map(({ statusCode }) => statusCode)).toEqual(Array(streams).fill(200));
    expect(await answers(dashboard)).toBe(true);
    // npx alone, as a process manager does; a terminal would signal its whole group.
    dashboard.process.kill("SIGTERM");
    await expect.poll(() => answers(dashboard)).toBe(false);
  });

test("a dashboard whose terminal is gone goes on, also when it has something to say", async ({
  dashboard,
}) => {
  const { stdout, stderr } = dashboard.process;
  for (const output of [stdout, stderr]) output?.destroy();
  const { status } = await fetch(dashboard.url);
  expect(status).toBe(200);
  // Something to say: the database is none any more.
  for (const end of ["", "-wal", "-shm"]) rmSync(`${dashboard.store}${end}`, { force: true });
  writeFileSync(dashboard.store, "no database".repeat(1_000));
  for (let n = 0; n < 5; n++) await fetch(dashboard.url);
  expect(await answers(dashboard)).toBe(true);
});

/** Runs the command to its end, and tells what it wrote. */
async function start(command: string, ...args: readonly string[]) {
  const child = spawn(command, args, { env: { ...process.env, EPOCHAL_STORE: "" } });
  let said = "";
  for (const output of [child.stdout, child.stderr])
    output.on("data", (chunk: Buffer) => {
      said += chunk;
    });
  const [code] = await once(child, "close");
  return { code, said };
}

test("a port that cannot be opened is one line that says what to do", async ({ dashboard }) => {
  const store = ["--store", dashboard.store];
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const { port } = taken.address() as AddressInfo;
  const program = `
    const { serve } = await import(${JSON.stringify(path.join(packages, "dashboard/bin/serve.js"))});
    await serve({ store: "unused", port: ${port} }).catch((e) => console.log(e.code, e.message));`;
  const own = await start(process.execPath, "--input-type=module", "-e", program);
  expect(own.said).toBe(
    `EADDRINUSE Port ${port} of 127.0.0.1 is taken by another program. Choose another port, or 0 for any that is free.\n`,
  );
  taken.close();

  // A privileged port, without the privilege; the superuser lays it down first.
  const capability = "net_bind_service";
  const drop = `setpriv --bounding-set=-${capability} --inh-caps=-${capability}`.split(" ");
  const [command = "", ...args] = process.getuid?.() === 0 ? [...drop, "env"] : ["env"];
  test.skip(spawnSync(command, args).status !== 0, `${command} is not here`);
  const epochal = [process.execPath, bin, ...store, "--port", "80"];
  const { code, said } = await start(command, ...args, ...epochal);
  expect(code).toBe(1);
  expect(said).toMatch(/^epochal: Port 80 of 127\.0\.0\.1 .*Choose .*\n$/);
});

test("the example of serve --help serves, and --json says where", { tag: "@full" }, async ({
  dashboard,
}) => {
  const help = await start(process.execPath, bin, "serve", "--help");
  const [, example = ""] = /Example:\n {2}\$ epochal (serve .+)\n$/.exec(help.said) ?? [];
  expect(example).not.toBe("");
  const args = [bin, ...example.split(" "), "--json", "--store", dashboard.store];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  try {
    await expect.poll(() => said).toMatch(/\}\n$/);
    const { store, url, ...others } = JSON.parse(said) as Record<string, string>;
    expect({ store, others }).toEqual({ store: dashboard.store, others: {} });
    expect((await fetch(url ?? "")).status).toBe(200);
  } finally {
    child.kill("SIGTERM");
  }
  expect(await once(child, "close")).toEqual([0, null]);
});
