"use client";
import { type FormEvent, useState } from "react";
import { postJson } from "../live/post-json.ts";
import { Button } from "../ui/button.tsx";
import { useViewer } from "../ui/viewer-context.tsx";

/** A note on a run, which becomes an event of it at this moment. */
export function NoteForm({ run }: { readonly run: string }) {
  const { onlyReads } = useViewer();
  const [text, setText] = useState("");
  const [said, setSaid] = useState("");
  if (onlyReads !== undefined) return null;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    try {
      await postJson(`/api/runs/${encodeURIComponent(run)}/notes`, { text });
      setText("");
      setSaid("Noted.");
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <form
      className="mt-2 flex min-w-0 flex-wrap items-center gap-2"
      onSubmit={(event) => void add(event)}
    >
      <input
        aria-label="A note on this run"
        placeholder="Note what happens now"
        value={text}
        maxLength={10_000}
        onChange={({ target }) => setText(target.value)}
        className="h-7 min-w-0 max-w-96 flex-1 rounded-control border border-line bg-bg px-2 placeholder:text-muted"
      />
      <Button type="submit" disabled={text.trim() === ""}>
        Add
      </Button>
      <p role="status" className="text-muted empty:hidden">
        {said}
      </p>
    </form>
  );
}
