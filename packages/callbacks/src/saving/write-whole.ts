import type { NodeFiles } from "../host/node-files.ts";

let written = 0;

/**
 * Writes a file that is there whole or, if the program dies meanwhile, as it was before: what is written stands beside it
 * until the disk has it all.
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
