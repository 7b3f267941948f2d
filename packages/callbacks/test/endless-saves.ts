// Saves one number after the other until it is killed: node test/endless-saves.ts <folder>
import { fileSystem } from "../src/saving/file-system.ts";

const handler = fileSystem(process.argv[2] ?? "");
const start = Date.now() % 1_000_000;
for (let number = start; ; number++) {
  await handler.save?.({
    weightSpecs: [{ name: "kernel", shape: [1000, 1000], dtype: "float32" }],
    weightData: new Float32Array(1_000_000).fill(number).buffer,
    userDefinedMetadata: { number },
  });
  if (number === start) process.stdout.write("saving\n");
}
