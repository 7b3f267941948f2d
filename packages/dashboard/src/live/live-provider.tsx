"use client";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { followNews } from "./follow-news.ts";
import { newQueryClient } from "./query-client.ts";

/** What the hooks of this room need around them: the one client of the page, and its one stream of news. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const [client] = useState(newQueryClient);
  useEffect(() => followNews(client), [client]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
