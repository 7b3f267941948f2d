import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import {
  header,
  linesOf,
  type OpenIngest,
  openIngest,
  started,
  value,
} from "../../../test/open-ingest.ts";

const ORIGIN = "http://localhost:5173";
let open: OpenIngest;
let write: string;
let made = 0;

/** Names that nobody else has in this file. */
const names = () => ({ journal: `journal-of-a-test-${++made}`, run: `run-${made}` });

beforeAll(async () => {
  open = await openIngest([ORIGIN]);
  write = await open.token();
});

afterAll(() => open.close());

const lossesOf = async (run: string) => {
  const { value: values } = await open.store.readSeries({ run, key: "loss" });
  return [...values];
};

test("takes lines in once, however often they are sent, and says how far it is", async () => {
  const { journal, run } = names();
  const first = linesOf(header, started(run), value(run, 0, 3));
  const second = linesOf(value(run, 1, 2), value(run, 2, 1));
  const all = first.length + second.length;
  const send = (from: number, body: string) => open.send({ token: write, journal, from, body });
  // What comes first has a gap before it, even where nobody knows its run yet.
  expect(await send(first.length, second)).toMatchObject({ status: 200, said: { taken: 0 } });
  expect(await send(0, first)).toMatchObject({ status: 200, said: { taken: first.length } });
  for (let i = 0; i < 2; i++)
    expect(await send(0, first + second)).toMatchObject({ status: 200, said: { taken: all } });
  expect(await send(first.length, second)).toMatchObject({ said: { taken: all } });
  expect(await send(all + 1, linesOf(value(run, 9)))).toMatchObject({ said: { taken: all } });
  expect(await lossesOf(run)).toEqual([3, 2, 1]);
});

test("takes in what is compressed, counted by what it unpacks to", async () => {
  const { journal, run } = names();
  const body = linesOf(header, started(run), value(run, 0, 5));
  const sent = {
    token: write,
    journal,
    body: gzipSync(body),
    headers: { "content-encoding": "gzip" },
  };
  expect((await open.send(sent)).said).toEqual({ taken: body.length });
  expect(await lossesOf(run)).toEqual([5]);
  const bomb = gzipSync(Buffer.alloc(40 * 2 ** 20, 10));
  expect((await open.send({ ...sent, body: bomb })).status).toBe(413);
  expect((await open.send({ ...sent, body: "no gzip" })).status).toBe(400);
});

test("leaves room on its disk: what is sent must wait, and who sends it lives on", async () => {
  const full = await openIngest([], Number.POSITIVE_INFINITY);
  onTestFinished(() => full.close());
  const { journal, run } = names();
  const token = await full.token();
  const body = linesOf(header, started(run));
  const refused = await full.send({ token, journal, body });
  expect(refused.said).toEqual({ error: "The disk of the dashboard is nearly full." });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "1"]);
  expect(await full.send({ token, journal })).toMatchObject({ status: 200, said: { taken: 0 } });
});

test("lets in nobody without a token that is right, not ended, and may write", async () => {
  const { journal, run } = names();
  const body = linesOf(header, started(run));
  const revoked = await open.token({ name: "revoked" });
  await open.store.access.revokeToken("revoked");
  const expired = await open.token({ expires: 1 });
  const reader = await open.token({ role: "read" });
  await new Promise((resolve) => setTimeout(resolve, 5));
  for (const [token, status] of [
    [undefined, 401],
    ["", 401],
    ["epochal_x", 401],
    [`${write}x`, 401],
    [revoked, 401],
    [expired, 401],
    [reader, 403],
  ] as const) {
    const sent = { journal, body, ...(token !== undefined && { token }) };
    expect((await open.send(sent)).status, token).toBe(status);
  }
  await expect(open.store.getRun(run)).rejects.toMatchObject({ code: "run_not_found" });
});

test("a token sends runs of its projects, through journals of its projects", async () => {
  const birds = await open.token({ projects: ["birds"] });
  const fish = await open.token({ projects: ["fish", "frogs"] });
  const { journal, run } = names();
  const send = (token: string, name: string, from: number, ...records: object[]) =>
    open.send({ token, journal: name, from, body: linesOf(...records) });
  const other = names();
  expect((await send(fish, other.journal, 0, header, started(run))).status).toBe(403);
  const begun = await send(birds, journal, 0, header, started(run), value(run, 0, 7));
  expect(begun.status).toBe(200);
  const { taken = 0 } = begun.said;
  // Nobody else goes on with the journal, asks how far it is, or sends of its run through another one.
  expect((await send(fish, journal, taken, value(run, 1))).status).toBe(403);
  expect((await send(fish, journal, 0)).status).toBe(403);
  expect((await send(fish, names().journal, 0, header, value(run, 1))).status).toBe(403);
  expect((await send(birds, names().journal, 0, header, value(run, 1))).status).toBe(403);
  expect((await send(birds, names().journal, 0, header, started(run))).status).toBe(403);
  expect((await send(write, names().journal, 0, header, value("nobody", 1))).status).toBe(403);
  expect((await send(birds, journal, taken, value(run, 1, 6))).status).toBe(200);
  expect(await lossesOf(run)).toEqual([7, 6]);
});

test("a run goes on in another journal once it is resumed there, by a token of its project", async () => {
  const [birds, fish] = [
    await open.token({ projects: ["birds"] }),
    await open.token({ projects: ["fish"] }),
  ];
  const [first, second, third] = [names(), names(), names()];
  const { run } = first;
  const send = (token: string, journal: string, from: number, ...records: object[]) =>
    open.send({ token, journal, from, body: linesOf(...records) });
  const began = await send(birds, first.journal, 0, header, started(run), value(run, 0, 3));
  const resume = { type: "resume", run, at: Date.now(), segment: 1, writer: { kind: "page" } };
  const more = { ...value(run, 1, 2), segment: 1 };
  expect((await send(fish, second.journal, 0, header, resume, more)).status).toBe(403);
  expect((await send(birds, third.journal, 0, header, { ...resume, segment: 2 })).status).toBe(403);
  expect((await send(birds, third.journal, 0, header, resume, more)).status).toBe(200);
  expect((await send(birds, third.journal, 0, header, resume, more)).status).toBe(200);
  const late = await send(birds, first.journal, began.said.taken ?? 0, value(run, 2));
  expect(late.status).toBe(403);
  expect(await lossesOf(run)).toEqual([3, 2]);
});

test("refuses what is no journal, and passes over records that it does not know", async () => {
  const { journal, run } = names();
  const good = linesOf(header, started(run));
  for (const [body, status] of [
    ["{", 400],
    [good.slice(0, -1), 400],
    [`${good}nonsense\n`, 400],
    [`${good}[]\n`, 400],
    [`${good}\n`, 400],
    [linesOf(started(run)), 400],
    [linesOf({ ...header, version: 2 }), 400],
    [Buffer.from([0xff, 0xfe, 10]), 400],
    [`${good}{"a":"${"x".repeat(2 ** 20)}"}\n`, 413],
  ] as const)
    expect((await open.send({ token: write, journal, body })).status, String(body)).toBe(status);
  const newer = linesOf(header, started(run), { type: "newer", run, at: 1 }, value(run, 0, 4));
  expect((await open.send({ token: write, journal, body: newer })).said).toEqual({
    ...{ taken: newer.length, skipped: 1, why: 'its type "newer" is unknown' },
  });
  expect(await lossesOf(run)).toEqual([4]);
});

test("refuses odd names, places, types, encodings and lengths", async () => {
  const { journal, run } = names();
  const sent = { token: write, journal, body: linesOf(header, started(run)) };
  for (const each of ["", "short", "x".repeat(65), "../../../etc/passwd", "a.b.c.d.e.f.g.h.i.j.k"])
    expect((await open.send({ ...sent, journal: each })).status, each).toBe(400);
  for (const from of ["", "-1", "1.5", "NaN", "0x10", "99999999999999999"])
    expect((await open.send({ ...sent, from })).status, from).toBe(400);
  for (const [name, text, status] of [
    ["content-type", "text/plain", 415],
    ["content-type", "application/json", 415],
    ["content-encoding", "br", 415],
  ] as const)
    expect((await open.send({ ...sent, headers: { [name]: text } })).status, text).toBe(status);
  const large = await open.send({ ...sent, body: " ".repeat(4 * 2 ** 20 + 1) });
  expect([large.status, large.said.error]).toEqual([413, expect.stringContaining("4194304")]);
});

test("a page of a named origin may send, and no other", async () => {
  const address = `${open.url}/api/ingest`;
  const ask = (origin: string, more: Readonly<Record<string, string>> = {}) =>
    fetch(address, { method: "OPTIONS", headers: { origin, ...more } });
  const fine = await ask(ORIGIN, { "access-control-request-private-network": "true" });
  expect([fine.status, Object.fromEntries(fine.headers)]).toMatchObject([
    204,
    {
      "access-control-allow-origin": ORIGIN,
      "access-control-allow-headers": "authorization, content-type, content-encoding",
      "access-control-allow-private-network": "true",
    },
  ]);
  expect(fine.headers.has("access-control-allow-credentials")).toBe(false);
  for (const origin of ["null", "http://localhost:5174", `${ORIGIN}.evil`, "http://evil.example"]) {
    const refused = await ask(origin);
    expect(refused.status).toBe(403);
    expect(refused.headers.has("access-control-allow-origin")).toBe(false);
    const headers = { origin, authorization: `Bearer ${write}` };
    expect((await fetch(address, { headers })).status).toBe(403);
  }
  const headers = { origin: ORIGIN, authorization: `Bearer ${write}` };
  const known = await fetch(address, { headers });
  expect(known.headers.get("access-control-allow-origin")).toBe(ORIGIN);
  expect(await known.json()).toEqual({ role: "write", url: open.url });
});

test("too many wrong tokens must wait, and a right one need not", async () => {
  const { journal } = names();
  const tries = Array.from({ length: 40 }, (_, i) => open.send({ journal, token: `wrong-${i}` }));
  const answers = await Promise.all(tries);
  const late = answers.filter(({ status }) => status === 429);
  expect(late.length).toBeGreaterThanOrEqual(20);
  expect(Number(late[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await open.send({ journal, token: write })).status).toBe(200);
});

test("a run lives while it is heard of, and is closed when its page says farewell", async () => {
  const { journal, run } = names();
  const clock = Date.now() + 5 * 3_600_000;
  const first = linesOf(header, { ...started(run), at: clock }, { ...value(run, 0), at: clock });
  const state = async () => (await open.store.getRun(run)).status.state;
  const send = (query = "", from = 0, body = "") =>
    open.send({ token: write, journal, from, body, query });
  await send("", 0, first);
  expect(await state()).toBe("running");
  await send("&closing=1");
  expect(await state()).toBe("closed");
  expect((await open.store.listRuns({ where: `status:closed and id:${run}` })).total).toBe(1);
  await send();
  expect(await state()).toBe("running");
  const last = linesOf({ type: "end", run, at: clock, state: "finished" });
  await send("&closing=1", first.length, last);
  expect(await state()).toBe("finished");
  await send();
  expect(await state()).toBe("finished");
});
