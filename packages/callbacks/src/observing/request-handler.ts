import { shownEpoch } from "@epochal/conclusions";
import type { RunRequest } from "@epochal/record";
import { io, type LayersModel } from "@tensorflow/tfjs";
import type { RunRecorder } from "../recording/run-recorder.ts";
import { fileSystem } from "../saving/file-system.ts";
import { saveModel } from "../saving/save-model.ts";

interface Place {
  readonly epoch: number;
  /** Absent at the end of an epoch. */
  readonly batch?: number;
}

/** Follows requests to a training, and records who made them. */
export class RequestHandler {
  readonly #run: RunRecorder;
  #stop: RunRequest | undefined;

  constructor(run: RunRecorder) {
    this.#run = run;
  }

  async obey(model: LayersModel, at: Place): Promise<void> {
    for (const request of this.#run.takeRequests()) {
      if (request.want === "stop") {
        this.#stop = request;
        this.#tell(request, at, "training stops after this epoch");
      } else {
        this.#tell(request, at, await this.#save(model, request, at));
      }
    }
  }

  /** Ends training if somebody has requested that. */
  endEpoch(model: LayersModel, epoch: number, epochs: unknown): void {
    if (this.#stop === undefined || model.stopTraining || epoch + 1 === epochs) return;
    const { by } = this.#stop;
    this.#stop = undefined;
    model.stopTraining = true;
    const reason = `${by} asked to stop`;
    this.#run.event({ type: "stopped_early", epoch, reason });
  }

  async #save(model: LayersModel, { folder }: RunRequest, at: Place): Promise<string> {
    if (folder === undefined) return "not saved: there is no place to save to";
    const batch = at.batch === undefined ? "" : `-batch-${at.batch + 1}`;
    // It counts as ModelCheckpoint does. The folder is the run's, so another fit may have saved its own epoch of this number there.
    const path = `${folder}/epoch-${shownEpoch(this.#run.epoch(at.epoch))}${batch}`;
    try {
      await saveModel(model, {
        handler: handlerOf(path),
        weightsOnly: false,
        includeOptimizer: false,
      });
    } catch (error) {
      return `not saved: ${error instanceof Error ? error.message : String(error)}`;
    }
    this.#run.event({ type: "checkpoint", ...at, path });
    return `saved to ${path}`;
  }

  #tell({ id, want, by }: RunRequest, at: Place, outcome: string): void {
    this.#run.event({ type: "request", request: id, want, by, ...at, outcome });
  }
}

/** A page has no folders: there the browser keeps models, by the names that `tf.loadLayersModel()` knows. */
function handlerOf(path: string): io.IOHandler {
  const [known] = path.startsWith("indexeddb://") ? io.getSaveHandlers(path) : [];
  return known ?? fileSystem(path);
}
