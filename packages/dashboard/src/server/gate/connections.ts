import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** So many connections may be open, and so many of them may wait for a request. */
const MOST = 1_024;
const MOST_IDLE = 256;

/**
 * Keeps room for who asks: where many connections are open that ask nothing, the one that has been silent longest goes. A browser opens
 * another one when it needs it.
 */
export function keepRoom(server: Server, { most = MOST, mostIdle = MOST_IDLE } = {}): void {
  server.maxConnections = most;
  /** Those that ask nothing, the one that has been silent longest first. */
  const idle = new Set<Socket>();
  const rest = (socket: Socket) => {
    if (socket.destroyed) return;
    idle.delete(socket);
    idle.add(socket);
    const [oldest] = idle;
    if (idle.size > mostIdle) oldest?.destroy();
  };
  server.on("connection", (socket: Socket) => {
    socket.once("close", () => idle.delete(socket));
    rest(socket);
  });
  const work = ({ socket }: IncomingMessage, response: ServerResponse) => {
    idle.delete(socket);
    response.once("close", () => rest(socket));
  };
  server.on("request", work);
  server.on("checkContinue", work);
}
