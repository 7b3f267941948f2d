import type { Database } from "better-sqlite3";
import type { OpenSink } from "../ingest/folding-thread.ts";
import { connect } from "../postgres/connect.ts";
import { PostgresError } from "../postgres/connection/postgres-error.ts";
import { PostgresSink } from "../postgres/sink/postgres-sink.ts";
import { SinkError } from "../sink-error.ts";
import { tellOfSkipped } from "./tell-of-skipped.ts";

/** Opens the database of a server that a thread folds journals into, through a connection of its own. */
export const openPostgresSink: OpenSink = (
  { database, journal, lease },
  problems,
  busyTimeoutMs,
) => {
  const db = opened(database, busyTimeoutMs);
  try {
    return new PostgresSink({ db, journal, lease, onSkipped: tellOfSkipped(problems) });
  } catch (error) {
    db.close();
    throw error;
  }
};

/** A server that is away is not waited for as long as for others who write. */
function opened(url: string, busyTimeoutMs: number): Database {
  try {
    return connect({ url, busyTimeoutMs });
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (!(cause instanceof PostgresError && cause.isAway)) throw error;
    throw new SinkError("broken", cause.message, { cause: error });
  }
}
