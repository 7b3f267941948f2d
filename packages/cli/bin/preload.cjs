// Loaded before a program that `epochal run` starts, and before every process and thread of it. CommonJS that any Node.js can read:
// one that is too old, or anything else that is wrong, must not keep the program from running.
try {
  // In the workspace the sources run; Node.js strips no types inside node_modules.
  require(__filename.includes("node_modules") ? "../dist/preload.js" : "../src/preload/preload.ts");
} catch (error) {
  process.emitWarning(`this program is not recorded. ${error.message}`, "EpochalWarning");
}
