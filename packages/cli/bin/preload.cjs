// Loaded before a program that `epochal run` starts, and before every process and thread of it. It does next to nothing until the program
// loads TensorFlow.js. CommonJS that any Node.js can read: whatever is wrong must not keep the program from running.
const { appendFileSync } = require("node:fs");
const Module = require("node:module");

/** Tells the command of every run that the program opens, by itself or not: stores list them here. */
class ToldRuns extends Set {
  add(run) {
    try {
      const line = { run: run.id, store: run.location };
      appendFileSync(JSON.parse(process.env.EPOCHAL_RUN).report, `${JSON.stringify(line)}\n`);
    } catch {
      // Then only the last words of the command lack it.
    }
    return super.add(run);
  }
}

/** In the workspace the sources run; Node.js strips no types inside node_modules. */
function begin() {
  const isInstalled = __filename.includes("node_modules");
  const folder = isInstalled ? "../dist" : "../src/preload";
  const { preload } = require(`${folder}/preload.${isInstalled ? "cjs" : "ts"}`);
  preload(require.resolve(`${folder}/recorder.${isInstalled ? "js" : "ts"}`));
}

if (process.env.EPOCHAL_RUN) {
  Object.defineProperty(globalThis, Symbol.for("epochal.programRuns"), { value: new ToldRuns() });
  const load = Module._load;
  let hasBegun = false;
  Module._load = function (request, ...rest) {
    if (!hasBegun && /tensorflow|tfjs/i.test(request)) {
      hasBegun = true;
      try {
        begin();
      } catch (error) {
        process.emitWarning(`this program is not recorded. ${error.message}`, "EpochalWarning");
      }
      return Module._load.call(this, request, ...rest);
    }
    return load.call(this, request, ...rest);
  };
}
