import type { OpenSink } from "../ingest/folding-thread.ts";
import { connect } from "../postgres/connect.ts";
import { PostgresSink } from "../postgres/sink/postgres-sink.ts";
import { tellOfSkipped } from "./tell-of-skipped.ts";

/** Opens the database of a server that a thread folds journals into, through a connection of its own. */
export const openPostgresSink: OpenSink = (
  { database, journal, lease },
  problems,
  busyTimeoutMs,
) => {
  const db = connect({ url: database, busyTimeoutMs });
  try {
    return new PostgresSink({ db, journal, lease, onSkipped: tellOfSkipped(problems) });
  } catch (error) {
    db.close();
    throw error;
  }
};
