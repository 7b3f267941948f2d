import type { NodeFiles } from "../host/node-files.ts";

let written = 0;

/**
 * Writes a file as a whole: if the program dies meanwhile, the file is as it was before. The new content is kept beside it
 * until the disk has all of it.
 */
export async function writeWhole(
  files: NodeFiles,
  path: string,
  data: Uint8Array | string,
): Promise<void> {
  const beside = `${path}.tmp-${Date.now().toString(36)}-${written++}`;
  try {
    const handle = await files.open(beside, "w");
    try {
      await handle.writeFile(data);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await files.rename(beside, path);
  } catch (error) {
    await files.rm(beside, { force: true }).catch(() => {});
    throw error;
  }
}
