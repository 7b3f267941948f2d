import { Intake } from "../intake/intake.ts";
import { usualLease } from "../lease/lease.ts";
import { connect } from "../postgres/connect.ts";
import { PostgresSink } from "../postgres/sink/postgres-sink.ts";
import type { Problems } from "../problems.ts";
import { SqliteAccess } from "../sqlite/access/sqlite-access.ts";
import { SqliteSenders } from "../sqlite/intake/sqlite-senders.ts";
import { PatientWriter } from "../sqlite/writes/patient-writer.ts";
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
  let db: ReturnType<typeof connect> | undefined;
  const open = () => {
    db ??= connect({ url, busyTimeoutMs });
    return db;
  };
  const openWriter = () => new PatientWriter(connect({ url, busyTimeoutMs }));
  return { access: new SqliteAccess({ db: open, openWriter }), close: () => db?.close() };
}
