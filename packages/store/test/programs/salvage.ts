// Salvages a store into a new file, and prints the report or the error as JSON: `salvage.ts <store> <new file>`.
import { salvageStore } from "../../src/index.ts";

const [location = "", file = ""] = process.argv.slice(2);
try {
  process.stdout.write(JSON.stringify(salvageStore(location, file)));
} catch (error) {
  const { name, message, code } = error as NodeJS.ErrnoException;
  process.stdout.write(JSON.stringify({ name, message, code }));
}
