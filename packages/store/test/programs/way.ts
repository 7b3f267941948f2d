// Hands on what comes to a port, while it is open.
import { connect, createServer, type Server, type Socket } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

const { to } = workerData as { readonly to: number };
const sockets = new Set<Socket>();
let server: Server | undefined;
let port = 0;

function open(): void {
  const opened = createServer((near) => {
    const far = connect(to, "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  server = opened;
  opened.listen(port, "127.0.0.1", () => {
    port = (opened.address() as { port: number }).port;
    parentPort?.postMessage(port);
  });
}

function close(): void {
  for (const socket of sockets) socket.destroy();
  server?.close(() => parentPort?.postMessage("closed"));
}

parentPort?.on("message", (what) => (what === "open" ? open() : close()));
