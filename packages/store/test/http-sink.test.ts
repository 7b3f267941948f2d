import path from "node:path";
import Database from "better-sqlite3";
import { expect } from "vitest";
import { usualLease } from "../src/lease/lease.ts";
import { Problems } from "../src/problems.ts";
import { HttpSink } from "../src/remote/http-sink.ts";
import { connect } from "../src/sqlite/connect.ts";
import { SqliteSink } from "../src/sqlite/sink/sqlite-sink.ts";
import { contentsIn } from "./contents-in.ts";
import { sinkContract } from "./contract/sink-contract.ts";
import { serveSink } from "./http-sink-server.ts";
import { tempFolder } from "./temp-folder.ts";

sinkContract("SQLite over HTTP", () => {
  const database = path.join(tempFolder(), "runs.db");
  return {
    open: (onSkipped = () => {}) => {
      const sink = new SqliteSink({
        db: connect({ database, busyTimeoutMs: 1_000 }),
        journal: "own",
        lease: usualLease,
        problems: new Problems((error) => expect.fail(error.message)),
        onSkipped,
      });
      const served = serveSink(() => sink);
      return {
        apply: async (lines) =>
          new HttpSink({ target: { url: (await served).url, token: "t" } }).apply(lines),
        close: () => {
          void served.then(({ close }) => close());
          sink.close();
        },
      };
    },
    contents: () => {
      const db = new Database(database, { readonly: true });
      try {
        return contentsIn(db);
      } finally {
        db.close();
      }
    },
  };
});
