"use client";
import { useViewer } from "./viewer-context.tsx";

async function logOut(): Promise<void> {
  const headers = { "content-type": "application/json" };
  await fetch("/api/logout", { method: "POST", headers, body: "{}" }).catch(() => undefined);
  window.location.assign("/login");
}

/** Who looks, and the way out; nothing where nobody has to log in. */
export function LogOut() {
  const viewer = useViewer();
  if (viewer === undefined) return null;
  const may = viewer.role === "write" ? "may change runs" : "may only read";
  return (
    <button
      type="button"
      onClick={() => void logOut()}
      title={`Logged in with the token ${viewer.token}, which ${may}`}
      className="rounded-md px-2 py-1 text-muted text-xs hover:bg-hover hover:text-text"
    >
      Log out
    </button>
  );
}
