import { Intake } from "../intake/intake.ts";
import { usualLease } from "../lease/lease.ts";
import { prepareLocation } from "../location/prepare-location.ts";
import { storeLocation } from "../location/store-location.ts";
import type { Problems } from "../problems.ts";
import { SqliteAccess } from "../sqlite/access/sqlite-access.ts";
import { connect } from "../sqlite/connect.ts";
import { SqliteSenders } from "../sqlite/intake/sqlite-senders.ts";
import { SqliteSink } from "../sqlite/sink/sqlite-sink.ts";
import { PatientWriter } from "../sqlite/writes/patient-writer.ts";
import type { StoreAccess } from "../store-access.ts";
import { ReadConnection } from "./read-connection.ts";

const busyTimeoutMs = 5_000;

/** What `openIntake` does for an SQLite file. */
export function openSqliteIntake(
  location: string,
  problems: Problems,
): { readonly intake: Intake; sync(): void; close(): void } {
  const place = storeLocation(location);
  prepareLocation(place, true);
  const db = connect({ database: place.database, busyTimeoutMs });
  const onSkipped = (journal: string, reason: string) =>
    problems.report(
      "skipped",
      `A record that was sent in the journal ${journal} was skipped, because ${reason}. Further ones are not reported.`,
    );
  const sink = new SqliteSink({ db, journal: "", lease: usualLease, problems, onSkipped });
  return {
    intake: new Intake(sink, new SqliteSenders(db)),
    sync: () => sink.sync(),
    close: () => sink.close(),
  };
}

/** What `openAccess` does for an SQLite file. */
export function openSqliteAccess(
  location: string,
  problems: Problems,
): { readonly access: StoreAccess; close(): void } {
  const place = storeLocation(location);
  prepareLocation(place, true);
  const connection = new ReadConnection(place, usualLease, problems);
  return {
    access: new SqliteAccess({
      db: () => connection.open(),
      openWriter: () => new PatientWriter(connect({ database: place.database, busyTimeoutMs })),
    }),
    close: () => connection.close(),
  };
}
