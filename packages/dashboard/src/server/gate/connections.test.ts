import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askRaw, head, statusOf } from "../../../test/ask-raw.ts";
import { createGateServer } from "./gate-server.ts";

const streams = new Set<ServerResponse>();
const server = createGateServer({
  handle: async (request, response) => {
    if (request.url !== "/api/live") response.end("a page");
    else {
      streams.add(response.once("close", () => streams.delete(response)));
      response.write("retry: 1000\n\n");
    }
  },
});
let port = 0;
const sockets: Socket[] = [];

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ({ port } = server.address() as AddressInfo);
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** Opens a connection, and says something on it, or nothing. @returns what it hears first, or that it was closed */
function hold(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      if (text === "") resolve("");
      else socket.write(text);
    });
    sockets.push(socket);
    socket.once("data", (heard) => resolve(String(heard)));
    socket.on("close", () => resolve("closed"));
    socket.on("error", () => resolve("closed"));
  });
}

const page = () => askRaw(port, head("GET / HTTP/1.1", `Host: 127.0.0.1:${port}`));
const connections = () =>
  new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));

test("500 connections that say nothing cost no page", async () => {
  for (let i = 0; i < 5; i++) {
    await Promise.all(Array.from({ length: 100 }, () => hold("")));
    expect(statusOf(await page())).toBe(200);
  }
  await expect.poll(connections).toBeLessThanOrEqual(257);
});

test("500 that say half a request cost none either", async () => {
  for (let i = 0; i < 5; i++) {
    for (let n = 0; n < 100; n++) void hold(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-A: `);
    expect(statusOf(await page())).toBe(200);
  }
});

test("500 pages that listen leave room: some hear, the others are told to come later", async () => {
  const listen = `GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`;
  const heard: string[] = [];
  for (let i = 0; i < 10; i++)
    heard.push(...(await Promise.all(Array.from({ length: 50 }, () => hold(listen)))));
  expect(heard.filter((answer) => statusOf(answer) === 200)).toHaveLength(256);
  const late = heard.filter((answer) => statusOf(answer) === 503);
  expect(late).toHaveLength(500 - 256);
  expect(late[0]).toMatch(/\r\nretry-after: \d+\r\n/);
  expect(statusOf(await page())).toBe(200);
  // Whoever goes away leaves their place to another.
  for (const response of [...streams].slice(0, 10)) response.destroy();
  await expect.poll(() => streams.size).toBe(246);
  expect(statusOf(await hold(listen))).toBe(200);
});
