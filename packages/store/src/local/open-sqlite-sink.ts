import type { OpenSink } from "../ingest/folding-thread.ts";
import { connect } from "../sqlite/connect.ts";
import { SqliteSink } from "../sqlite/sink/sqlite-sink.ts";
import { tellOfSkipped } from "./tell-of-skipped.ts";

/** Opens the database that a thread folds journals into, through a connection of its own. */
export const openSqliteSink: OpenSink = ({ database, journal, lease }, problems, busyTimeoutMs) => {
  const db = connect({
    ...{ database, busyTimeoutMs },
    onCopied: (words) => problems.report(words, words),
  });
  try {
    return new SqliteSink({ db, journal, lease, problems, onSkipped: tellOfSkipped(problems) });
  } catch (error) {
    db.close();
    throw error;
  }
};
