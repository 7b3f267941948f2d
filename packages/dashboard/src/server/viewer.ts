import "server-only";
import { answering } from "./gate/answering.ts";
import { atThisMachine, type Viewer } from "./login/viewer.ts";

/** May see nothing. */
const nobody: Viewer = { role: "read", projects: [] };

/** Who looks at what is being made. Where that is not known, nobody does, unless nobody needs to log in. */
export function viewer(): Viewer {
  const visit = answering().getStore();
  if (visit !== undefined) return visit.viewer;
  return process.env.EPOCHAL_LOGIN === "1" ? nobody : atThisMachine;
}
