import { connect } from "@epochal/callbacks";
import { chooseBackend } from "./choose-backend.ts";
import { train } from "./train.ts";

/** What the page asks of its worker. */
export interface TrainRequest {
  readonly url: string;
  readonly token: string;
  readonly wasmFolder: string;
  readonly backend?: string;
  readonly epochs?: number;
  readonly patience?: number;
}

addEventListener("message", async ({ data }: MessageEvent<TrainRequest>) => {
  try {
    const { url, token, wasmFolder, backend, ...asked } = data;
    await chooseBackend(wasmFolder, backend);
    const store = await connect({ url, token });
    const trained = await train({
      ...asked,
      store,
      onEpoch: (epoch, valAuc) => postMessage({ epoch, valAuc }),
    });
    await store.close();
    postMessage({ trained });
  } catch (error) {
    postMessage({ fault: String(error) });
  }
});
