const signals: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM"];

type Listener = (signal: NodeJS.Signals) => void;

const watching = new Set<Listener>();

/**
 * Tells when a signal is about to end the process, for as long as the returned function was not called.
 *
 * The process then ends as it would have: by the signal where nobody else listens to it, else as they see fit. Signals are only
 * listened to while somebody watches, because a listener delays the end of a process that is busy.
 */
export function watchSignals(listener: Listener): () => void {
  // Its own function each time: the same one twice is watched twice.
  const own: Listener = (signal) => listener(signal);
  if (watching.size === 0) for (const signal of signals) process.prependListener(signal, onSignal);
  watching.add(own);
  return () => {
    if (watching.delete(own) && watching.size === 0) stopListening();
  };
}

function onSignal(signal: NodeJS.Signals): void {
  stopListening();
  const told = [...watching];
  watching.clear();
  for (const listener of told) listener(signal);
  // A polite listener of somebody else may still be at work; ending the process is then up to it.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function stopListening(): void {
  for (const signal of signals) process.off(signal, onSignal);
}
