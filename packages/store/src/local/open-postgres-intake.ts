import { Intake } from "../intake/intake.ts";
import { usualLease } from "../lease/lease.ts";
import { postgresLocation } from "../location/postgres-location.ts";
import { connect } from "../postgres/connect.ts";
import { shownUrl } from "../postgres/shown-url.ts";
import { PostgresSink } from "../postgres/sink/postgres-sink.ts";
import type { Problems } from "../problems.ts";
import { ReadingThreads } from "../reading/reading-threads.ts";
import { ServerAccess } from "../reading/server-access.ts";
import { SqliteSenders } from "../sqlite/intake/sqlite-senders.ts";
import type { StoreAccess } from "../store-access.ts";
import { tellOfSkipped } from "./tell-of-skipped.ts";

const busyTimeoutMs = 5_000;

/** What `openIntake` does for a PostgreSQL server. */
export function openPostgresIntake(
  url: string,
  problems: Problems,
): { readonly intake: Intake; sync(): void; close(): void } {
  const db = connect({ url, busyTimeoutMs });
  const onSkipped = tellOfSkipped(problems);
  const sink = new PostgresSink({ db, journal: "", lease: usualLease, onSkipped });
  return {
    intake: new Intake(sink, new SqliteSenders(db)),
    sync: () => sink.sync(),
    close: () => sink.close(),
  };
}

/** What `openAccess` does for a PostgreSQL server. */
export function openPostgresAccess(url: string): {
  readonly access: StoreAccess;
  close(): void;
} {
  const { journal } = postgresLocation(url);
  const threads = new ReadingThreads({ url, name: shownUrl(url), journal, lease: usualLease });
  return { access: new ServerAccess(threads), close: () => void threads.close() };
}
