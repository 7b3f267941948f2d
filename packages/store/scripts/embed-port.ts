// Copies the callbacks' types that the store's own types name into port/, so that the store type-checks where it is
// installed alone: node scripts/embed-port.ts, after tsc. Not into dist/: there tsc expects what it wrote itself.
import { globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const dist = path.join(import.meta.dirname, "../dist");
const callbacks = path.join(import.meta.dirname, "../../callbacks/dist");
const port = path.join(import.meta.dirname, "../port");

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text.replace(/^\/\/# sourceMappingURL=.*\n?/m, ""));
}

const own = globSync("**/*.d.ts", { cwd: dist });
const copied = globSync(["run/*.d.ts", "json/json-number.d.ts"], { cwd: callbacks });
for (const file of copied)
  write(path.join(port, file), readFileSync(path.join(callbacks, file), "utf8"));
write(
  path.join(port, "index.d.ts"),
  copied.map((file) => `export * from "./${file.replace(".d.ts", ".js")}";\n`).join(""),
);
for (const file of own) {
  const place = path.join(dist, file);
  const text = readFileSync(place, "utf8");
  const relative = path.posix.relative(
    path.posix.join("dist", path.dirname(file)),
    "port/index.js",
  );
  const embedded = text.replaceAll('"@epochal/callbacks"', JSON.stringify(relative));
  if (embedded !== text) writeFileSync(place, embedded);
}
