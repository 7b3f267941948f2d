// What the page runs: /?backend=webgl
import * as tf from "@tensorflow/tfjs";
import { trainThreeMetrics } from "./train-three-metrics.ts";

const backend = new URLSearchParams(location.search).get("backend") ?? "webgl";
const isThere = await tf.setBackend(backend);
const training = isThere ? await trainThreeMetrics() : { backend: "none" };
document.body.dataset.training = JSON.stringify(training);
