import { counted } from "@epochal/conclusions";
import type { RefusedDeletion } from "./runs-change.ts";

/**
 * Why runs that train are not deleted, and what to do.
 *
 * @param others how many were to be deleted with them. @default 0
 */
export function refusalWords(running: RefusedDeletion["running"], others = 0): string {
  const [first] = running;
  const who =
    running.length === 1
      ? `${first?.name} is training, and a run that trains is not deleted. Stop it first: on its page, “Stop after this epoch”.`
      : `${running.length} of these runs are training, and a run that trains is not deleted. Stop them first: on the page of each, “Stop after this epoch”.`;
  if (others === 0) return who;
  return `${who} Nothing is deleted yet; ${counted(others, "other run")} can be.`;
}
