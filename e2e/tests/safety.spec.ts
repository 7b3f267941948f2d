import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { expect, sharedBy } from "../dashboard.ts";

const test = sharedBy(async () => {});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Asks with headers that a browser would not let a page set. */
function ask(
  url: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers }, (response) => {
      let body = "";
      response.on("data", (chunk: Buffer) => {
        body += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    request.on("error", reject);
    request.end();
  });
}

/** The first line of the answer to a request that names no host. */
function askNamelessly(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url);
    const socket = connect(Number(port), "127.0.0.1", () => socket.write("GET / HTTP/1.0\r\n\r\n"));
    let said = "";
    socket.on("data", (chunk: Buffer) => {
      said += chunk;
    });
    socket.on("close", () => resolve(said.split("\r\n")[0] ?? ""));
    socket.on("error", reject);
  });
}

const PLACES = ["/", "/api/runs", "/api/live", "/projects/x", "/runs/x", "/icon.svg", "/gone"];

test("a foreign Host is refused everywhere", async ({ dashboard }) => {
  for (const place of PLACES)
    for (const host of ["evil.example", "evil.example:80", "127.0.0.1.evil.example"]) {
      const { status, body } = await ask(dashboard.url + place, { headers: { host } });
      expect(status, `${place} asked as "${host}"`).toBeGreaterThanOrEqual(400);
      expect(body).not.toContain("<html");
    }
  expect(await askNamelessly(dashboard.url)).toContain("403");
  const { port } = new URL(dashboard.url);
  const { status } = await ask(dashboard.url, { headers: { host: `localhost:${port}` } });
  expect(status).toBe(200);
});

test("nothing but reading is answered", async ({ dashboard }) => {
  for (const place of PLACES)
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const { status } = await ask(dashboard.url + place, { method });
      expect(status, `${method} ${place}`).toBe(405);
    }
});

test("every page carries a strict policy, and no other origin may read", async ({ dashboard }) => {
  const { headers } = await ask(dashboard.url, { headers: { origin: "https://evil.example" } });
  const policy = String(headers["content-security-policy"]);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).toMatch(/'nonce-/);
  expect(/script-src ([^;]*)/.exec(policy)?.[1]).not.toContain("unsafe");
  expect(headers["access-control-allow-origin"]).toBeUndefined();
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

test("no path leads out of the dashboard", async ({ dashboard }) => {
  for (const place of [
    "/..%2f..%2f..%2f..%2fetc%2fpasswd",
    "/_next/static/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
    "/runs/..%2f..%2fetc%2fpasswd",
    "/projects/%E0%A4%A",
  ]) {
    const { status, body } = await ask(dashboard.url + place);
    expect(status, place).toBeGreaterThanOrEqual(400);
    expect(status, place).toBeLessThan(500);
    expect(body).not.toContain("root:");
  }
  // What stands where an id does is looked for among the ids of runs.
  const { status, body } = await ask(
    `${dashboard.url}/api/series?ids=../../../etc/passwd&keys=loss`,
  );
  expect(status).toBe(404);
  expect(body.length).toBeLessThan(200);
  expect(body).not.toContain("root:");
});
