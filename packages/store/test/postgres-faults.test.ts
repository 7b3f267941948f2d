// What is said of a server that does not do what a store needs, and what comes of what was logged.
import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { openStore } from "../src/index.ts";
import { newPostgres, testServer } from "./new-postgres.ts";

const server = await testServer();

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

const faults: readonly (readonly [what: string, urlOf: () => string, said: string])[] = [
  [
    "a wrong password",
    () => server.url("postgres").replace(/:[^:@]+@/, ":wrong@"),
    'password authentication failed for user "epochal".',
  ],
  [
    "a database that is not there",
    () => server.url("nowhere"),
    'database "nowhere" does not exist. Make it first: CREATE DATABASE … OWNER ….',
  ],
  [
    "a database of somebody else",
    () => server.url("postgres"),
    "permission denied for database postgres. Let the store's user own the database: it makes a schema in it.",
  ],
  [
    "a database that may only be read",
    () => {
      const url = newPostgres();
      server.ask(`ALTER DATABASE ${databaseOf(url)} SET default_transaction_read_only = on`);
      return url;
    },
    "cannot execute CREATE TABLE in a read-only transaction. It may only be read, as a standby. A store needs a server that can be written.",
  ],
  [
    "a server without TLS",
    () => `${newPostgres()}?sslmode=require`,
    "The server does not support SSL connections. Without sslmode in the address nothing is encrypted on the way.",
  ],
  [
    "a certificate that is not there",
    () => `${newPostgres()}?sslmode=verify-full&sslrootcert=/nowhere.crt`,
    "ENOENT: no such file or directory, open '/nowhere.crt'.",
  ],
];

it.each(faults)("%s is told in words, with no password in them", async (_what, urlOf, said) => {
  const url = new URL(urlOf());
  const error = await openStore(url.href).catch((error: Error) => error);
  expect(error).toMatchObject({ code: "invalid_location" });
  const { message } = error as Error;
  expect(message).toContain(`cannot be opened: ${said}`);
  expect(message).not.toContain(url.password);
});

/** What waits for a server takes its time: it runs whole. */
const whole = it.runIf(process.env.EPOCHAL_FULL === "1");

whole(
  "a limit on connections keeps nobody from recording, and all is there when it is lifted",
  async () => {
    const url = newPostgres();
    const limit = (most: number) =>
      server.ask(`ALTER DATABASE ${databaseOf(url)} CONNECTION LIMIT ${most}`);
    limit(0);
    const told: string[] = [];
    const store = await openStore(url, { onError: ({ message }) => told.push(message) });
    onTestFinished(() => store.close());
    const run = await store.startRun({ project: "birds", record: false });
    run.log({ loss: 1 }, { step: 0 });
    await expect(store.listRuns()).rejects.toThrow(
      /too many connections for database.+ is safe in the journal/s,
    );
    expect(told[0]).toMatch(/cannot be reached: too many connections for database/);
    limit(-1);
    await run.finish();
    expect((await store.getRun(run.id)).series[0]?.count).toBe(1);
  },
);

whole(
  "a limit of the server on how long a statement takes does not cut off what is written",
  async () => {
    const url = newPostgres();
    server.ask(`ALTER DATABASE ${databaseOf(url)} SET statement_timeout = '1s'`);
    const told: string[] = [];
    const store = await openStore(url, { onError: ({ message }) => told.push(message) });
    onTestFinished(() => store.close());
    const holder = new pg.Client(url);
    await holder.connect();
    onTestFinished(() => holder.end());
    await holder.query("BEGIN; LOCK TABLE epochal.runs IN EXCLUSIVE MODE");
    const run = await store.startRun({ project: "birds", record: false });
    run.log({ loss: 1 }, { step: 0 });
    const waiting = `SELECT count(*) FROM pg_stat_activity WHERE datname = '${databaseOf(url)}' AND wait_event_type = 'Lock'`;
    await expect.poll(() => server.ask(waiting), { timeout: 60_000 }).toBe("1");
    server.ask("SELECT pg_sleep(1.2)");
    await holder.query("COMMIT");
    await run.finish();
    expect((await store.getRun(run.id)).series[0]?.count).toBe(1);
    expect(told).toEqual([]);
  },
);
