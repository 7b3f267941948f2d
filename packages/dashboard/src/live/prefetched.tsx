"use client";
import { type DehydratedState, HydrationBoundary } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { decodeJson } from "../wire/json.ts";

interface PrefetchedProps {
  /** What a client had when it was dehydrated, by `encodeJson()`: one text costs a page much less than ten thousand small objects. */
  readonly answers: string;
  readonly children: ReactNode;
}

/** Answers that come with a page, for the hooks of this room around which it stands. */
export function Prefetched({ answers, children }: PrefetchedProps) {
  const state = useMemo(() => decodeJson<DehydratedState>(answers), [answers]);
  return <HydrationBoundary state={state}>{children}</HydrationBoundary>;
}
