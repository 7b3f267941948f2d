import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { must } from "./must.ts";
import type { PackedPackage } from "./packed-package.ts";

export interface LocalRegistry {
  readonly url: string;
  close(): void;
}

/** A registry on 127.0.0.1 that has the packed packages, and sends whoever asks for another to the real one. */
export async function serveRegistry(packages: readonly PackedPackage[]): Promise<LocalRegistry> {
  const real = (await must("the registry is known", "npm", ["config", "get", "registry"])).trim();
  const server = createServer((request, response) => {
    const asked = decodeURIComponent((request.url ?? "/").slice(1));
    const tarball = packages.find((it) => `tarballs/${path.basename(it.tarball)}` === asked);
    const found = packages.find(({ name }) => name === asked);
    if (tarball) response.end(readFileSync(tarball.tarball));
    else if (found)
      response.setHeader("content-type", "application/json").end(JSON.stringify(packument(found)));
    else response.writeHead(302, { location: new URL(request.url ?? "/", real).href }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  function packument({ name, version, tarball, folder }: PackedPackage): object {
    const manifest = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as object;
    const integrity = `sha512-${createHash("sha512").update(readFileSync(tarball)).digest("base64")}`;
    const dist = { tarball: `${url}tarballs/${path.basename(tarball)}`, integrity };
    return {
      name,
      "dist-tags": { latest: version },
      versions: { [version]: { ...manifest, dist } },
    };
  }
  return { url, close: () => server.close() };
}
