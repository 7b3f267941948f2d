import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { mustRun } from "./must-run.ts";

export interface StubPythonArgs {
  /** The Python extension that carries TensorFlow's C API. */
  readonly library: string;
  /** Where `libpystub.so` is written. */
  readonly folder: string;
}

/**
 * Writes a library with a dummy for every symbol of Python that the extension wants.
 *
 * Before TensorFlow 2.12 the C API has no library of its own; nothing in it calls Python, but the extension does not load without.
 */
export async function stubPython({ library, folder }: StubPythonArgs): Promise<void> {
  const symbols = await mustRun("nm (Debian: binutils)", "nm", ["-D", "--undefined-only", library]);
  const names = [...symbols.matchAll(/\s(_?Py\w+)/g)].map((match) => String(match[1]));
  const stubs = names.map((name) =>
    /_Type$|^PyExc_|Struct$/.test(name)
      ? `char ${name}[1024] __attribute__((aligned(16)));`
      : `void ${name}(void) { abort(); }`,
  );
  const source = path.join(folder, "pystub.c");
  writeFileSync(source, `#include <stdlib.h>\n${stubs.join("\n")}\n`);
  await mustRun("compiling (Debian: g++)", "g++", [
    ...["-x", "c", "-shared", "-fPIC", "-w", "-Wl,-soname,libpystub.so"],
    ...[source, "-o", path.join(folder, "libpystub.so")],
  ]);
  rmSync(source);
}
