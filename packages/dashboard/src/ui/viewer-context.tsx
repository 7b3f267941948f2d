"use client";
import { createContext, type ReactNode, useContext } from "react";

/** Who looks, as far as a page says it. */
export interface ShownViewer {
  /** The name of their token. */
  readonly token: string;
  readonly role: "read" | "write";
}

const Context = createContext<ShownViewer | undefined>(undefined);

/** Tells all of a page who looks; undefined where nobody has to log in. */
export function ViewerProvider({
  viewer,
  children,
}: {
  readonly viewer: ShownViewer | undefined;
  readonly children: ReactNode;
}) {
  return <Context value={viewer}>{children}</Context>;
}

/** Who looks; undefined where nobody has to log in. */
export function useViewer(): ShownViewer | undefined {
  return useContext(Context);
}
