"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { followNews } from "./follow-news.ts";
import { newQueryClient } from "./query-client.ts";

/** What the hooks of this room need around them: the one client of the page, and its one stream of news. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(newQueryClient);
  useEffect(() => {
    let stop: (() => void) | undefined;
    // Not in the task in which React takes over the page, which is the longest.
    const timer = setTimeout(() => {
      stop = followNews(client);
    });
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [client]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
