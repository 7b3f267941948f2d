import "server-only";
import type { ShownViewer } from "../ui/viewer-context.tsx";
import { shownViewer } from "./login/shown-viewer.ts";
import { wholeStore } from "./store.ts";
import { viewer } from "./viewer.ts";

/** Who looks, as pages say it. */
export async function loadViewer(): Promise<ShownViewer> {
  // The page says what is wrong with a store that does not open.
  const opened = await wholeStore().catch(() => undefined);
  return shownViewer(viewer(), opened?.isReadOnly === true);
}
