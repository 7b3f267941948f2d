import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import licenseTexts from "spdx-license-list/full.js";

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

export interface License {
  /** The package's name and version. */
  readonly title: string;
  /** Its SPDX identifier, where the package says one. */
  readonly id: string;
  readonly text: string;
}

/** The licence in a package's folder; where it brings no text along, the standard text of the licence that it names. */
export function licenseOf(folder: string): License | undefined {
  const manifest = readFileSync(path.join(folder, "package.json"), "utf8");
  const {
    name = path.basename(folder),
    version = "",
    license: id = "",
  } = JSON.parse(manifest) as Manifest;
  const title = `${name} ${version}`.trim();
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const own = files.map((file) => readFileSync(path.join(folder, file), "utf8").trim());
  if (own.length > 0) return { title, id, text: own.join("\n\n") };
  // `(Apache-2.0 AND BSD-3-Clause)`: both.
  const ids = id.replace(/^\((.+)\)$/, "$1").split(" AND ");
  const standard = ids.map((each) => licenseTexts[each]?.licenseText?.trim());
  if (standard.includes(undefined)) return undefined;
  const text = `${name} brings no text of its licence along. This is the text of ${id}.\n\n${standard.join("\n\n")}`;
  return { title, id, text };
}
