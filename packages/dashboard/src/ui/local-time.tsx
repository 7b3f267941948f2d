"use client";
import { useEffect, useState } from "react";

/** A moment as the reader's clock shows it. The server, which may have another clock, writes it in UTC. */
export function LocalTime({ at }: { at: number }) {
  const [text, setText] = useState(() => utc(at));
  useEffect(() => {
    setText(new Date(at).toLocaleString(undefined, { dateStyle: "medium", timeStyle: "medium" }));
  }, [at]);
  return <time dateTime={new Date(at).toISOString()}>{text}</time>;
}

function utc(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace("T", " ");
}
