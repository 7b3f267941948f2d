import { SinkError } from "../../sink-error.ts";
import { SqlSink } from "../../sqlite/sink/sql-sink.ts";
import { PostgresError } from "../connection/postgres-error.ts";

/** Takes the lines of journals into a PostgreSQL database. What it has taken in is safe: the server keeps what it has committed. */
export class PostgresSink extends SqlSink {
  sync(): void {}

  get isUnsettled(): boolean {
    return false;
  }

  settle(): boolean {
    return true;
  }

  get isLost(): boolean {
    return false;
  }

  protected faultOf(error: unknown): SinkError | undefined {
    if (!(error instanceof PostgresError)) return undefined;
    const kind = error.isBusy ? "busy" : error.isFull ? "full" : "broken";
    return new SinkError(kind, error.message, { cause: error });
  }

  protected isAboutALine(error: unknown): boolean {
    if (!(error instanceof PostgresError)) {
      return error instanceof TypeError || error instanceof RangeError;
    }
    return error.isAboutALine;
  }
}
