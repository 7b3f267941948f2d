import type { LayersCopy } from "../copies/layers-copy.ts";
import { currentRecorder, setCurrentRecorder } from "./current-recorder.ts";
import type { FitCall, FitListener, HearFit } from "./fit-listener.ts";
import { watchFits } from "./watch-fits.ts";
import { watchProgram } from "./watch-program.ts";

/** What records fits once it is loaded: a `FitRecorder`. */
interface LoadedRecorder {
  readonly hear: HearFit;
  endWithProcess(isOrderly: boolean): void;
}

export interface RecordWhenTrainedArgs {
  /** Loads what records, at the first fit. */
  readonly load: (copy: LayersCopy) => Promise<LoadedRecorder>;
  /** Called at the first fit. */
  readonly onFit?: () => void;
}

/**
 * Records the fits of a program that was started with this before it. Loads nothing but itself until the program trains, so that
 * it may stand before every program, and before TensorFlow.js.
 */
export function recordWhenTrained({ load, onFit }: RecordWhenTrainedArgs): void {
  const me = {};
  let first: LayersCopy | undefined;
  let loading: Promise<LoadedRecorder> | undefined;
  let loaded: LoadedRecorder | undefined;
  const recorder = async () => {
    if (loading === undefined) {
      onFit?.();
      loading = load(first as LayersCopy);
    }
    loaded = await loading;
    return loaded;
  };
  watchFits({
    onCopy: (copy) => {
      first ??= copy;
    },
    hear: (call) => (currentRecorder() === me ? lateListener(call, recorder) : undefined),
  });
  watchProgram((isOrderly) => loaded?.endWithProcess(isOrderly));
  setCurrentRecorder(me);
}

/** The listener of a recorder that is loaded meanwhile. */
function lateListener(call: FitCall, recorder: () => Promise<LoadedRecorder>): FitListener {
  const waited = recorder().then((loaded) => loaded.hear(call));
  // Whoever is told first says what went wrong.
  waited.catch(() => {});
  return {
    onTrainBegin: async (model, params) => (await waited)?.onTrainBegin(model, params),
    afterTrainBegin: async () => (await waited)?.afterTrainBegin(),
    onEpochBegin: async (epoch) => (await waited)?.onEpochBegin(epoch),
    onBatchEnd: async (batch, logs) => (await waited)?.onBatchEnd(batch, logs),
    onEpochEnd: async (epoch, logs) => (await waited)?.onEpochEnd(epoch, logs),
    onTrainEnd: async () => (await waited)?.onTrainEnd(),
    onError: async (error) => (await waited)?.onError(error),
  };
}
