import path from "node:path";
import { openStore } from "@epochal/store";
import { postgresServer } from "@epochal/testing/postgres-server";

/** Makes the location of a new store in a kind of database. */
export type NewLocation = (name: string) => Promise<string>;

/** The databases that may be named on the command line. */
export const databases: Readonly<Record<string, (folder: string) => NewLocation>> = {
  sqlite: (folder) => async (name) => path.join(folder, `${name}.db`),
  postgres: () => async (name) => {
    const server = await postgresServer({ isSafe: true });
    server.ask(`CREATE DATABASE ${name} OWNER epochal`);
    return server.url(name);
  },
};

/** How many points there are, and how many series that do not have each step once. */
export async function countPoints(location: string): Promise<{ points: number; gaps: number }> {
  const store = await openStore(location);
  try {
    const sql =
      "SELECT count(*), (SELECT count(*) FROM series WHERE n <> last_step + 1) FROM points";
    const { rows } = await store.readSql(sql, { timeoutMs: 120_000 });
    const [points, gaps] = rows[0] ?? [];
    return { points: Number(points), gaps: Number(gaps) };
  } finally {
    await store.close();
  }
}
