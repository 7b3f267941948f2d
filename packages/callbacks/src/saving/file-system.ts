import type { io } from "@tensorflow/tfjs";
import { type NodeFiles, nodeFiles } from "../host/node-files.ts";
import { describeReceived } from "../text/describe-received.ts";
import { type ModelJson, weightBytes } from "./model-json.ts";
import { writeWhole } from "./write-whole.ts";

const MODEL = "model.json";
const WEIGHTS = /^weights-[0-9a-z]+\.bin$/;

/**
 * A folder to save models in and load them from, in Node, with or without its native backend: for `model.save()` and
 * `tf.loadLayersModel()`.
 *
 * In the layout that TensorFlow.js reads everywhere: `model.json` beside the weights. A save is there whole or not at all:
 * if the program dies in the middle, the folder holds the model it held before. Loading takes the folder, the JSON file of any
 * model that TensorFlow.js saved, or a pointer that `ModelCheckpoint` wrote, `best` or `latest`.
 *
 * @param path the folder, relative to the working folder; `file://` before it is allowed
 * @throws Error in a browser, which has no files, and where there is nothing to load
 * @example
 * ```ts
 * const handler = fileSystem("models/first");
 * typeof handler.save; // "function"
 * ```
 */
export function fileSystem(path: string): io.IOHandler {
  if (typeof path !== "string" || path === "") {
    throw new TypeError(`fileSystem: path must be a folder. Received: ${describeReceived(path)}`);
  }
  const folder = path.replace(/^file:\/\//, "").replace(/\/(?:model\.json)?$/, "");
  return {
    save: async (artifacts) => saveTo(folder, artifacts),
    load: async () => loadFrom(folder),
  };
}

async function saveTo(folder: string, artifacts: io.ModelArtifacts): Promise<io.SaveResult> {
  const files = nodeFiles("fileSystem");
  await files.mkdir(folder, { recursive: true });
  const bytes = weightBytes(artifacts.weightData);
  // Under a name of its own, so that until model.json is replaced it still names the weights it was saved with.
  const weights = `weights-${Date.now().toString(36)}${Math.floor(Math.random() * 1e9).toString(36)}.bin`;
  await writeWhole(files, `${folder}/${weights}`, bytes);
  const { weightData: _, weightSpecs = [], ...rest } = artifacts;
  const json: ModelJson = {
    ...rest,
    weightsManifest: [{ paths: [weights], weights: weightSpecs }],
  };
  const text = JSON.stringify(json);
  await writeWhole(files, `${folder}/${MODEL}`, text);
  await removeOthers(files, folder, weights);
  return {
    modelArtifactsInfo: {
      dateSaved: new Date(),
      modelTopologyType: "JSON",
      modelTopologyBytes: text.length,
      weightDataBytes: bytes.byteLength,
    },
  };
}

/** Weights that no model.json names, and what a killed program left half-written. */
async function removeOthers(files: NodeFiles, folder: string, weights: string): Promise<void> {
  for (const name of await files.readdir(folder)) {
    const isOld = WEIGHTS.test(name) && name !== weights;
    const isHalf = /^(?:model\.json|weights-[0-9a-z]+\.bin)\.tmp-/.test(name);
    if (isOld || isHalf) await files.rm(`${folder}/${name}`, { force: true });
  }
}

async function loadFrom(given: string): Promise<io.ModelArtifacts> {
  const files = nodeFiles("fileSystem");
  const file = await modelFile(files, given);
  try {
    return await readModel(files, file);
  } catch (error) {
    // A save may have come in between.
    return readModel(files, file).catch(() => {
      throw new Error(`fileSystem: there is no model in ${given}`, { cause: error });
    });
  }
}

async function readModel(files: NodeFiles, file: string): Promise<io.ModelArtifacts> {
  const { weightsManifest, ...rest } = JSON.parse(await files.readFile(file, "utf8")) as ModelJson;
  const paths = weightsManifest.flatMap((group) => group.paths);
  const parts = await Promise.all(paths.map((name) => files.readFile(folderOf(file) + name)));
  return {
    ...(rest as io.ModelArtifacts),
    weightSpecs: weightsManifest.flatMap((group) => group.weights),
    weightData: weightBytes(parts.map((part) => Uint8Array.from(part).buffer))
      .buffer as ArrayBuffer,
  };
}

/** The file of a model: in the given folder, in the one that a pointer of its name gives, or the given file. */
async function modelFile(files: NodeFiles, given: string): Promise<string> {
  const pointer = given.endsWith(".json") ? given : `${given}.json`;
  const text = await files.readFile(pointer, "utf8").catch(() => undefined);
  const { checkpoint } = Object(text === undefined ? {} : JSON.parse(text)) as {
    checkpoint?: unknown;
  };
  if (typeof checkpoint === "string") return `${folderOf(pointer)}${checkpoint}/${MODEL}`;
  return given.endsWith(".json") && text !== undefined ? given : `${given}/${MODEL}`;
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf("/") + 1);
}
