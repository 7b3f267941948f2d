import { connect } from "node:net";

/** Sends bytes as they are, and resolves with all that came back when the other side has closed. */
export function askRaw(port: number, request: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(request, "latin1"));
    let answer = "";
    socket.setEncoding("latin1");
    socket.on("data", (text: string) => {
      answer += text;
    });
    socket.on("close", () => resolve(answer));
    // What was not read before the other side closed is no fault.
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (!["ECONNRESET", "EPIPE"].includes(error.code ?? "")) reject(error);
    });
  });
}

/** The lines of a request head, with the empty one that ends it. */
export function head(...lines: readonly string[]): string {
  return `${lines.join("\r\n")}\r\nConnection: close\r\n\r\n`;
}

/** The status of a raw answer; 0 where the other side closed without one. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}
