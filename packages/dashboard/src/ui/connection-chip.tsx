"use client";
import { useSyncExternalStore } from "react";
import { connection } from "../live/connection.ts";

/** Says when the dashboard's process is gone: then nothing on the page is live. */
export function ConnectionChip() {
  const isConnected = useSyncExternalStore(
    connection.subscribe,
    connection.isConnected,
    () => true,
  );
  return (
    <span role="status" className="empty:hidden">
      {!isConnected && (
        <span
          className="inline-flex h-6 items-center whitespace-nowrap rounded-full border border-line px-2.5 text-warn"
          title="The dashboard does not answer. It was ended, perhaps: start it again, and this page goes on by itself."
        >
          Not connected
        </span>
      )}
    </span>
  );
}
