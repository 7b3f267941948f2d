import { once } from "node:events";
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
};

/** Serves files as a plain web server does, each from the folder that its address begins with. */
export async function serveFiles(folders: Readonly<Record<string, string>>) {
  const fileOf = (pathname: string) => {
    const prefix = Object.keys(folders).find((each) => pathname.startsWith(each));
    if (prefix === undefined) return undefined;
    const file = path.join(folders[prefix] ?? "", pathname.slice(prefix.length));
    const found = [file, `${file}.html`, path.join(file, "index.html")];
    return found.find((each) => existsSync(each) && statSync(each).isFile());
  };
  const server = createServer((request, response) => {
    const file = fileOf(new URL(request.url ?? "", "http://here").pathname);
    if (file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { "content-type": types[path.extname(file)] ?? "text/plain" });
    createReadStream(file).pipe(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
