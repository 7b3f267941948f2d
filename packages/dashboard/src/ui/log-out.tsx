"use client";
import { useViewer } from "./viewer-context.tsx";

async function logOut(): Promise<void> {
  const headers = { "content-type": "application/json" };
  await fetch("/api/logout", { method: "POST", headers, body: "{}" }).catch(() => undefined);
  window.location.assign("/login");
}

/** Who looks, and the way out; nothing where nobody has to log in. */
export function LogOut() {
  const { token, onlyReads } = useViewer();
  if (token === undefined) return null;
  const may = onlyReads === undefined ? "may change runs" : "may only read";
  return (
    <button
      type="button"
      onClick={() => void logOut()}
      title={`Logged in with the token ${token}, which ${may}`}
      className="rounded-md px-2 py-1 text-muted text-xs hover:bg-hover hover:text-text"
    >
      Log out
    </button>
  );
}
