let isConnected = true;
const listeners = new Set<() => void>();

/** Whether the open page hears of changes. One value for the page, whatever part of it listens. */
export const connection = {
  isConnected: (): boolean => isConnected,

  set(now: boolean): void {
    if (now === isConnected) return;
    isConnected = now;
    for (const listener of listeners) listener();
  },

  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
