"use client";
import { formatMoment } from "@epochal/conclusions";
import { useEffect, useState } from "react";

/** A moment as the reader's clock shows it. The server, which may have another clock, writes it in UTC. */
export function LocalTime({ at }: { at: number }) {
  const [text, setText] = useState(() => formatMoment(at, "utc"));
  useEffect(() => {
    setText(formatMoment(at));
  }, [at]);
  return <time dateTime={new Date(at).toISOString()}>{text}</time>;
}
