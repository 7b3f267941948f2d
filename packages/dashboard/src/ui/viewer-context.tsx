"use client";
import { createContext, type ReactNode, useContext } from "react";

/** Who looks, as far as a page says it. */
export interface ShownViewer {
  /** The name of their token; absent where nobody has to log in. */
  readonly token?: string;
  /** Why they may change nothing, in words; absent where they may. */
  readonly onlyReads?: string;
}

const Context = createContext<ShownViewer>({});

/** Tells all of a page who looks. */
export function ViewerProvider({
  viewer,
  children,
}: {
  readonly viewer: ShownViewer;
  readonly children: ReactNode;
}) {
  return <Context value={viewer}>{children}</Context>;
}

/** Who looks. */
export function useViewer(): ShownViewer {
  return useContext(Context);
}
