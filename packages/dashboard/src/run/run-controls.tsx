"use client";
import { useState } from "react";
import type { RunView } from "../wire/run-json.ts";

/** What a person can ask of a run that trains, and a note to any. */
export function RunControls({ run }: { readonly run: RunView }) {
  const [said, setSaid] = useState("");
  const [text, setText] = useState("");
  const isAlive = run.status.state === "running" || run.status.state === "stalled";
  const send = async (what: string, body: object, done: string) => {
    setSaid("…");
    const error = await post(`/api/runs/${encodeURIComponent(run.id)}/${what}`, body);
    setSaid(error ?? done);
    return error === undefined;
  };
  const pending = run.requests.filter(({ takenAt }) => takenAt === undefined);
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {isAlive && (
        <>
          <Button
            onClick={() => send("requests", { want: "stop" }, "Asked to stop after this epoch.")}
          >
            Stop after this epoch
          </Button>
          <Button
            onClick={() => send("requests", { want: "save_weights" }, "Asked to save the weights.")}
          >
            Save weights now
          </Button>
        </>
      )}
      <form
        className="flex min-w-0 flex-1 basis-64 gap-2"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await send("notes", { text }, "Noted.")) setText("");
        }}
      >
        <input
          aria-label="A note on this run"
          placeholder="A note on this run"
          value={text}
          maxLength={10_000}
          onChange={({ target }) => setText(target.value)}
          className="h-7 min-w-0 max-w-96 flex-1 rounded-control border border-line bg-surface px-2 placeholder:text-faint"
        />
        <Button type="submit" disabled={text.trim() === ""}>
          Add
        </Button>
      </form>
      <p role="status" className="w-full text-muted empty:hidden">
        {said || (isAlive && pending.length > 0 ? waiting(pending) : "")}
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

interface ButtonProps {
  readonly onClick?: () => void;
  readonly type?: "button" | "submit";
  readonly disabled?: boolean;
  readonly children: string;
}

function Button({ type = "button", ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      {...rest}
      className="h-7 flex-none rounded-control border border-line px-3 hover:border-line-strong disabled:text-faint disabled:hover:border-line"
    />
  );
}

/** What went wrong, or undefined. */
async function post(address: string, body: object): Promise<string | undefined> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.ok) return undefined;
    const { error } = (await answer.json()) as { error?: string };
    return error ?? `The dashboard answered with ${answer.status}.`;
  } catch {
    return "The dashboard does not answer.";
  }
}
