interface PageHost {
  readonly document?: {
    readonly visibilityState?: string;
    addEventListener(type: string, listener: () => void): void;
    removeEventListener(type: string, listener: () => void): void;
  };
  addEventListener?(type: string, listener: () => void): void;
  removeEventListener?(type: string, listener: () => void): void;
}

export interface PageListener {
  /** Nobody sees the page any more: another tab is in front of it. */
  readonly onHidden: () => void;
  readonly onShown: () => void;
  /** The page goes away, for ever as far as is known. */
  readonly onLeave: () => void;
  readonly onOnline: () => void;
}

/** Hears what becomes of the page. A worker hears only of the network, and Node of nothing. @returns what ends it */
export function watchPage({ onHidden, onShown, onLeave, onOnline }: PageListener): () => void {
  const host = globalThis as object as PageHost;
  const { document } = host;
  const onVisibility = () => (document?.visibilityState === "hidden" ? onHidden() : onShown());
  document?.addEventListener("visibilitychange", onVisibility);
  if (document?.visibilityState === "hidden") onHidden();
  const own = [
    ["pagehide", onLeave],
    ["online", onOnline],
  ] as const;
  for (const [type, listener] of own) host.addEventListener?.(type, listener);
  return () => {
    document?.removeEventListener("visibilitychange", onVisibility);
    for (const [type, listener] of own) host.removeEventListener?.(type, listener);
  };
}
