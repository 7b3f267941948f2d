"use client";
import { useState } from "react";
import { postJson } from "../live/post-json.ts";
import { Button } from "../ui/button.tsx";
import { useViewer } from "../ui/viewer-context.tsx";
import type { RunView } from "../wire/run-json.ts";

/** What a person can ask of a run that trains. */
export function RunRequests({ run }: { readonly run: RunView }) {
  const { onlyReads } = useViewer();
  const [said, setSaid] = useState("");
  if (run.status.state !== "running" && run.status.state !== "stalled") return null;
  const ask = async (want: RunView["requests"][number]["want"], done: string) => {
    setSaid("…");
    try {
      await postJson(`/api/runs/${encodeURIComponent(run.id)}/requests`, { want });
      setSaid(done);
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  const pending = run.requests.filter(({ takenAt }) => takenAt === undefined);
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {onlyReads === undefined && (
        <>
          <Button onClick={() => void ask("stop", "Asked to stop after this epoch.")}>
            Stop after this epoch
          </Button>
          <Button onClick={() => void ask("save_weights", "Asked to save the weights.")}>
            Save weights now
          </Button>
        </>
      )}
      <p role="status" className="min-w-0 text-muted empty:hidden">
        {said || waiting(pending)}
      </p>
    </div>
  );
}

function waiting(pending: RunView["requests"]): string {
  return pending
    .map(
      ({ by, want }) =>
        `${by} asked to ${want === "stop" ? "stop" : "save the weights"}; not heard yet.`,
    )
    .join(" ");
}
