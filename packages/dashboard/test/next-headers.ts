import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Where Next reads requests; its tests, its build and its development server are elsewhere. */
const FOLDERS = ["server", "shared", "lib", "client/components", "build/templates"];
const READ =
  /headers\??(?:\.(?:get|has))?[[(]\s*(?:['"]([a-z0-9-]+)['"]|(?:\w+\.)?([A-Z][A-Z0-9_]+))/g;
const PROPERTY = /\breq(?:uest)?\.headers\.([a-z]+)\b(?!\()/g;
const CONSTANT = /const ([A-Z][A-Z0-9_]*) = [`'"]([^`'"$]+)[`'"]/g;
const PRIVATE = /['"](x-[a-z][a-z0-9-]*)['"]/g;

function sources(next: string): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(next, "dist", folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".js") && !/(?:^|\/)dev\//.test(file))
      .map((file) => readFileSync(path.join(next, "dist", folder, file), "utf8")),
  );
}

/** The names of all headers and cookies that the source of Next in this folder knows, each once, in order. */
export function nextHeaders(next: string): { headers: string[]; cookies: string[] } {
  const texts = sources(next);
  const constants = new Map<string, string>();
  for (const text of texts)
    for (const [, name = "", value = ""] of text.matchAll(CONSTANT)) constants.set(name, value);
  const headers = new Set<string>();
  for (const text of texts) {
    for (const [, literal, constant = ""] of text.matchAll(READ)) {
      const name = literal ?? constants.get(constant);
      if (name) headers.add(name);
    }
    for (const pattern of [PROPERTY, PRIVATE])
      for (const [, name = ""] of text.matchAll(pattern)) headers.add(name);
  }
  const cookies = new Set<string>();
  for (const [name, value] of constants) {
    if (/HEADER/.test(name) && /^[a-z-]+$/.test(value)) headers.add(value);
    if (/COOKIE/.test(name)) cookies.add(value);
  }
  return { headers: [...headers].sort(), cookies: [...cookies].sort() };
}
