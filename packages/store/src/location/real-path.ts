import { readlinkSync, realpathSync } from "node:fs";
import path from "node:path";

const mostLinks = 40;

/** The one path of a file that has many: without links, and spelled as it is on the disk. The file need not exist. */
export function realPath(file: string, links = mostLinks): string {
  try {
    return realpathSync.native(/* turbopackIgnore: true */ file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") return file;
  }
  const folder = path.dirname(file);
  if (folder === file) return file;
  const inside = realPath(folder, links);
  const target = targetOf(path.join(/* turbopackIgnore: true */ inside, path.basename(file)));
  if (target === undefined)
    return path.join(/* turbopackIgnore: true */ inside, path.basename(file));
  // A link to what is not there yet.
  return links === 0
    ? file
    : realPath(path.resolve(/* turbopackIgnore: true */ inside, target), links - 1);
}

function targetOf(file: string): string | undefined {
  try {
    return readlinkSync(/* turbopackIgnore: true */ file);
  } catch {
    return undefined;
  }
}
