import { io } from "@tensorflow/tfjs";
import { fileSystem } from "./file-system.ts";

/** The handler for a URL or a path: a folder, unless it names a scheme of TensorFlow.js. */
export function saveHandler(owner: string, target: string): io.IOHandler {
  if (!/^[a-z0-9-]+:\/\//i.test(target) || target.startsWith("file://")) return fileSystem(target);
  const [handler] = io.getSaveHandlers(target);
  if (handler === undefined) {
    throw new Error(
      `${owner}: no handler saves to ${target}. In Node give a path, in a browser "indexeddb://…" or "localstorage://…"`,
    );
  }
  return handler;
}
