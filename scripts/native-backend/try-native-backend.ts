import { runCommand } from "../run-command.ts";

/** Trains a line on the native backend of the package in the folder given as its argument. */
const PROGRAM = `
const util = require("node:util");
util.isNullOrUndefined ??= (value) => value == null; // both are gone since Node 23
util.isArray ??= Array.isArray;
const tf = require(process.argv[1]);
async function main() {
  if (tf.getBackend() !== "tensorflow") throw new Error("the backend is " + tf.getBackend());
  const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1], kernelInitializer: "zeros" })] });
  model.compile({ optimizer: tf.train.sgd(0.1), loss: "meanSquaredError" });
  const x = tf.tensor2d([-1, 0, 1, 2], [4, 1]);
  await model.fit(x, x.mul(2).add(1), { epochs: 60, verbose: 0 });
  const [three] = model.predict(tf.tensor2d([[1]])).dataSync();
  if (!(Math.abs(three - 3) < 0.05)) throw new Error("it learned " + three + " instead of 3");
  console.log("TensorFlow " + tf.backend().binding.TF_Version);
}
main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});`;

/** Loads the package in a process of its own, because a broken addon may end the process. */
export async function tryNativeBackend(
  folder: string,
): Promise<{ readonly ready: boolean; readonly detail: string }> {
  const { code, output } = await runCommand(
    process.execPath,
    ["--no-deprecation", "-e", PROGRAM, folder],
    { quiet: true, env: { TF_CPP_MIN_LOG_LEVEL: "3", NODE_OPTIONS: "" } },
  );
  const lines = output.trim().split("\n");
  const version = lines.find((line) => line.startsWith("TensorFlow "));
  if (code === 0 && version !== undefined) return { ready: true, detail: version };
  const error = lines.find((line) => line.includes("Error:")) ?? lines.at(-1) ?? `code ${code}`;
  return { ready: false, detail: `@tensorflow/tfjs-node does not load: ${error.trim()}` };
}
