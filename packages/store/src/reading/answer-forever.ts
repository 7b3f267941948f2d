import { parentPort, workerData } from "node:worker_threads";
import type { Database } from "better-sqlite3";
import { UnfoldedJournals } from "../ingest/unfolded-journals.ts";
import { asStoreError, connect } from "../postgres/connect.ts";
import { sizeOf, storageOf } from "../postgres/storage-of.ts";
import { SqliteAccess } from "../sqlite/access/sqlite-access.ts";
import { isWriterElsewhere } from "../sqlite/reads/is-writer-elsewhere.ts";
import { openQueries } from "../sqlite/reads/open-queries.ts";
import { PatientWriter } from "../sqlite/writes/patient-writer.ts";
import type {
  Answers,
  ReadingReply,
  ReadingRequest,
  ReadingThreadData,
} from "./reading-message.ts";
import { toFault } from "./sent-fault.ts";

/** How long a reader waits for the server. */
const busyTimeoutMs = 5_000;

/** The life of a thread that asks a PostgreSQL server for another thread, which goes on meanwhile. */
export function answerForever(): void {
  if (parentPort === null) throw new Error("answerForever: must run in a worker thread.");
  const port = parentPort;
  const reader = new Reader(workerData as ReadingThreadData);
  port.on("message", async (request: ReadingRequest) => {
    if (request === "close") {
      reader.close();
      port.close();
    } else port.postMessage(await reader.reply(request));
  });
}

class Reader {
  readonly #data: ReadingThreadData;
  readonly #journals: UnfoldedJournals;
  #db: Database | undefined;
  #answers: Answers | undefined;

  constructor(data: ReadingThreadData) {
    this.#data = data;
    this.#journals = new UnfoldedJournals(data.journal, data.lease);
  }

  async reply({ name, asked }: Exclude<ReadingRequest, "close">): Promise<ReadingReply> {
    try {
      this.#answers ??= this.#open();
      const answer = await (this.#answers[name] as (...asked: unknown[]) => unknown)(...asked);
      return { answer, isBehind: this.#journals.isBehind };
    } catch (error) {
      return { fault: toFault(asStoreError(this.#data.name, error)) };
    }
  }

  close(): void {
    this.#db?.close();
  }

  #open(): Answers {
    const { url, lease } = this.#data;
    const db = connect({ url, busyTimeoutMs });
    this.#db = db;
    const journals = this.#journals;
    const access = new SqliteAccess({
      db: () => db,
      openWriter: () => new PatientWriter(connect({ url, busyTimeoutMs })),
    });
    return {
      ...openQueries({ db, silentMs: lease.silentMs, journals, storageOf }),
      createToken: (options) => access.createToken(options),
      listTokens: () => access.listTokens(),
      revokeToken: (...asked) => access.revokeToken(...asked),
      checkToken: (given) => access.checkToken(given),
      addToLog: (entry) => access.addToLog(entry),
      readLog: (query) => access.readLog(query),
      isLeftBehind: () => journals.sizes().size > 0 || isWriterElsewhere(db),
      bytes: () => sizeOf(db),
    };
  }
}
