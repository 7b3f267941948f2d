import type { IncomingMessage, ServerResponse } from "node:http";
import type { StoreAccess } from "@epochal/store";
import type { Viewer } from "./viewer.ts";

/** Writes down who changed something, or was refused, once it is answered. */
export function logChanges(access: Pick<StoreAccess, "addToLog">) {
  return (request: IncomingMessage, response: ServerResponse, viewer: Viewer | undefined): void => {
    const what = (request.url ?? "").split("?", 1).join();
    const origin = request.socket.remoteAddress;
    response.once("finish", () => {
      const isDone = response.statusCode < 400;
      access
        .addToLog({
          who: viewer === undefined ? "somebody" : (viewer.token ?? "somebody at this machine"),
          action: isDone ? "changed" : "change refused",
          what: isDone ? what : `${what} (${response.statusCode})`,
          ...(origin !== undefined && { origin }),
        })
        .catch((error: Error) =>
          process.emitWarning(`The log: ${error.message}`, "EpochalWarning"),
        );
    });
  };
}
