import { QueryClient } from "@tanstack/react-query";
import { QuestionError } from "./question-error.ts";

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: {
      /** Whether news of runs ask for it anew, the whole of it. */
      readonly isAskedAnew?: boolean;
      /** With `isAskedAnew`: only news of these runs do. @default of any run */
      readonly runs?: readonly string[];
    };
  }
}

/** How long the page waits before it asks a silent server again. */
const PATIENCE_MS = 2000;

/** The client of a page. What it has stays true until news come: it never asks by itself. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The server is this machine: no network is needed to reach it.
        networkMode: "always",
        retry: (_count, error) => !(error instanceof QuestionError),
        retryDelay: PATIENCE_MS,
      },
    },
  });
}
