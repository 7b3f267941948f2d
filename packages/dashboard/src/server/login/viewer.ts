import type { Token, TokenRole } from "@epochal/store";

/** Who looks at the dashboard, and what they may. */
export interface Viewer {
  /** The name of their token; undefined for who is at this machine, and needs none. */
  readonly token?: string;
  readonly role: TokenRole;
  /** The projects that they may see; absent for all. */
  readonly projects?: readonly string[];
}

/** Who is at this machine, where nobody has to log in. */
export const atThisMachine: Viewer = { role: "write" };

/** Whether nobody had to log in to look: what needs no token shows and does all. */
export function isAtThisMachine({ token, projects }: Viewer): boolean {
  return token === undefined && projects === undefined;
}

/** Who has a token. */
export function viewerOf({ name, role, projects }: Token): Viewer {
  return { token: name, role, ...(projects !== undefined && { projects }) };
}
