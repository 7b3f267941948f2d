import type { OpenSink } from "../ingest/folding-thread.ts";
import { connect } from "../sqlite/connect.ts";
import { SqliteSink } from "../sqlite/sink/sqlite-sink.ts";

/** Opens the database that a thread folds journals into, through a connection of its own. */
export const openSqliteSink: OpenSink = ({ database, journal, lease }, problems, busyTimeoutMs) => {
  const db = connect({
    ...{ database, busyTimeoutMs },
    onCopied: (words) => problems.report(words, words),
  });
  const onSkipped = (name: string, reason: string) =>
    problems.report(
      `skipped ${name}`,
      `A record in the journal ${name} was skipped, because ${reason}. Further ones like it are not reported.`,
    );
  try {
    return new SqliteSink({ db, journal, lease, problems, onSkipped });
  } catch (error) {
    db.close();
    throw error;
  }
};
