import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { root } from "../run-command.ts";
import { must } from "./must.ts";

/** A package as it would be published. */
export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  readonly tarball: string;
  /** Where its files are unpacked to. */
  readonly folder: string;
}

const packed = path.join(root, ".cache/packages");

/** Packs the packages, and unpacks them to look into. */
export async function packPackages(folders: readonly string[]): Promise<PackedPackage[]> {
  rmSync(packed, { recursive: true, force: true });
  mkdirSync(packed, { recursive: true });
  await Promise.all(
    folders.map((name) =>
      must(`pack ${name}`, "pnpm", ["pack", "--pack-destination", packed], {
        cwd: path.join(root, "packages", name),
      }),
    ),
  );
  return Promise.all(
    readdirSync(packed).map(async (file) => {
      const tarball = path.join(packed, file);
      const folder = path.join(packed, path.basename(file, ".tgz"));
      mkdirSync(folder);
      const into = ["-xzf", tarball, "-C", folder, "--strip-components=1"];
      await must(`unpack ${file}`, "tar", into);
      const text = readFileSync(path.join(folder, "package.json"), "utf8");
      const { name, version } = JSON.parse(text) as { name: string; version: string };
      return { name, version, tarball, folder };
    }),
  );
}
