const block = /```ts\n([\s\S]*?)```/;

/** An example as it stands on a page: with the line that imports what it uses of the package. */
export function wholeExample(example: string, exported: ReadonlySet<string>): string {
  return example.replace(block, (_, code: string) => {
    const imports = [...code.matchAll(/^import .*\n/gm)].map(([line]) => line);
    const body = code.replace(/^(?:import .*\n)+\n?/, "");
    const there = imports.join("");
    const words = body
      .replaceAll(/\/\/.*|"[^"\n]*"/g, "")
      .match(/(?<![\w.$])[A-Za-z]\w*(?!\s*:|\w)/g);
    const names = [...new Set(words)]
      .filter((name) => exported.has(name) && !new RegExp(`\\b${name}\\b`).test(there))
      .filter((name) => !new RegExp(`(?:const|let|class|function) ${name}\\b`).test(body))
      .toSorted((a, b) => a.localeCompare(b));
    const own =
      names.length > 0 ? `import { ${names.join(", ")} } from "@epochal/callbacks";\n` : "";
    const head = `${there}${own}`;
    return `\`\`\`ts\n${head}${head ? "\n" : ""}${body}\`\`\``;
  });
}
