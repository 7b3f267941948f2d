import { fileURLToPath } from "node:url";

/** The file that is loaded before a program that is to be recorded. */
export const preloadFile: string = fileURLToPath(new URL("../bin/preload.cjs", import.meta.url));
