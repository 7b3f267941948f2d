import type { ShownViewer } from "../../ui/viewer-context.tsx";
import type { Viewer } from "./viewer.ts";

/** Decides what pages say of who looks: their token, and why they may change nothing. */
export function shownViewer({ token, role }: Viewer, isReadOnly: boolean): ShownViewer {
  const onlyReads =
    role === "read"
      ? "This token may only read."
      : isReadOnly
        ? "The store can only be read: its folder cannot be written."
        : undefined;
  return { ...(token !== undefined && { token }), ...(onlyReads !== undefined && { onlyReads }) };
}
