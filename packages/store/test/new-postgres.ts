import { randomBytes } from "node:crypto";
import { type PostgresServer, postgresServer } from "@epochal/testing/postgres-server";
import { connect } from "../src/postgres/connect.ts";

let server: PostgresServer | undefined;
const template = `template_${process.pid}`;

/** The server of the tests of this file. */
export async function testServer(): Promise<PostgresServer> {
  server ??= await withTemplate(await postgresServer());
  return server;
}

/** A new database with the tables of a store. The server must be there: see `testServer`. */
export function newPostgres(): string {
  if (server === undefined) throw new Error("newPostgres: await testServer() first");
  const name = `t${randomBytes(8).toString("hex")}`;
  server.ask(`CREATE DATABASE ${name} OWNER epochal TEMPLATE ${template}`);
  return server.url(name);
}

/** To copy a database takes less than to make its tables. */
async function withTemplate(of: PostgresServer): Promise<PostgresServer> {
  of.ask(`CREATE DATABASE ${template} OWNER epochal`);
  const db = connect({ url: of.url(template), busyTimeoutMs: 5_000 });
  db.close();
  // Nobody may be in a database that is copied.
  while (of.ask(`SELECT count(*) FROM pg_stat_activity WHERE datname = '${template}'`) !== "0") {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return of;
}
