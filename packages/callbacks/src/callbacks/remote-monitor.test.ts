import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { callbackContract, refusesArguments } from "../../test/callback-contract.ts";
import { scriptedFit } from "../../test/scripted-fit.ts";
import { tinyModel } from "../../test/tiny-training.ts";
import { RemoteMonitor } from "./remote-monitor.ts";

callbackContract({
  create: () => new RemoteMonitor({ root: "http://127.0.0.1:9", timeoutMs: 500 }),
  recordsAlways: false,
});

refusesArguments(RemoteMonitor, [
  [{ headers: { a: 1 } }, "RemoteMonitor: headers must be an object of strings."],
  [{ timeoutMs: 0 }, "RemoteMonitor: timeoutMs must be a finite number above 0. Received: 0"],
  [{ send_as_json: true }, "Did you mean sendAsJson?"],
]);

interface Request {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

/** A server that keeps what it is sent, and answers so; never, for status 0. */
async function listen(status: number): Promise<{ root: string; requests: Request[] }> {
  const requests: Request[] = [];
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part: Buffer) => {
      body += part;
    });
    request.on("end", () => {
      requests.push({ url: request.url, headers: request.headers, body });
      if (status > 0) response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return { root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
const only = { val_loss: 0.5, loss: Number.NaN, mse: undefined, val_mse: undefined };

test("sends a form field an epoch, as Keras does", async () => {
  const { root, requests } = await listen(200);
  const monitor = new RemoteMonitor({ root, headers: { "x-token": "secret" } });
  await scriptedFit(tinyModel(), monitor, [only, only]);
  expect(requests.map(({ url }) => url)).toEqual(["/publish/epoch/end/", "/publish/epoch/end/"]);
  expect(requests[0]?.headers["content-type"]).toContain("application/x-www-form-urlencoded");
  expect(requests[0]?.headers["x-token"]).toBe("secret");
  const sent = requests.map(({ body }) => JSON.parse(new URLSearchParams(body).get("data") ?? ""));
  expect(sent).toEqual([
    { epoch: 0, val_loss: 0.5, loss: "NaN" },
    { epoch: 1, val_loss: 0.5, loss: "NaN" },
  ]);
});

test("sends JSON where it is told to", async () => {
  const { root, requests } = await listen(204);
  const monitor = new RemoteMonitor({ root, path: "/here", sendAsJson: true });
  await scriptedFit(tinyModel(), monitor, [only]);
  expect(requests[0]).toMatchObject({
    url: "/here",
    body: '{"epoch":0,"val_loss":0.5,"loss":"NaN"}',
  });
  expect(requests[0]?.headers["content-type"]).toBe("application/json");
});

test.each([[0], [500]])(
  "a server that answers with %i is reported once, and holds nothing up for long",
  async (status) => {
    const { root } = await listen(status);
    const warnings: string[] = [];
    const hear = (warning: Error) => void warnings.push(warning.message);
    process.on("warning", hear);
    const monitor = new RemoteMonitor({ root, timeoutMs: 200 });
    const { epoch } = await scriptedFit(tinyModel(), monitor, [only, only, only]);
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", hear);
    expect(epoch).toHaveLength(3);
    expect(
      warnings.filter((message) => message.startsWith("RemoteMonitor: could not send to")),
    ).toHaveLength(1);
  },
);
