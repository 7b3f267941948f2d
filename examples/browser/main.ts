import { connect } from "@epochal/callbacks";
import { chooseBackend } from "./choose-backend.ts";
import { type Trained, train } from "./train.ts";
import type { TrainRequest } from "./worker.ts";

const form = document.querySelector("form") as HTMLFormElement;
const status = document.querySelector("[role=status]") as HTMLElement;
const origin = document.querySelector("#origin") as HTMLElement;
origin.textContent = location.origin;

// What stands in the address is filled in: ?token=…&url=…&epochs=…&patience=…&backend=…&worker
const query = new URLSearchParams(location.search);
for (const name of ["token", "url"]) {
  const input = form.elements.namedItem(name) as HTMLInputElement;
  input.value = query.get(name) ?? input.value;
}
(form.elements.namedItem("worker") as HTMLInputElement).checked = query.has("worker");
const asked = {
  ...(query.has("epochs") && { epochs: Number(query.get("epochs")) }),
  ...(query.has("patience") && { patience: Number(query.get("patience")) }),
};
const backend = query.get("backend") ?? undefined;
const wasmFolder = new URL("wasm/", document.baseURI).href;

function tell(epoch: number, valAuc: number): void {
  document.body.dataset.epoch = String(epoch);
  // People count epochs from 1.
  status.textContent = `Epoch ${epoch + 1}: val_auc ${valAuc.toFixed(4)}`;
}

async function trainHere(url: string, token: string): Promise<Trained> {
  await chooseBackend(wasmFolder, backend);
  const store = await connect({ url, token });
  return train({ ...asked, store, onEpoch: tell });
}

function trainInWorker(request: TrainRequest): Promise<Trained> {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  return new Promise((resolve, reject) => {
    worker.addEventListener("message", ({ data }) => {
      if (data.trained !== undefined) resolve(data.trained);
      else if (data.fault !== undefined) reject(new Error(data.fault));
      else tell(data.epoch, data.valAuc);
    });
    worker.addEventListener("error", (event) => reject(new Error(event.message)));
    worker.postMessage(request);
  });
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const given = new FormData(form);
  const [url, token] = [String(given.get("url")), String(given.get("token"))];
  delete document.body.dataset.trained;
  try {
    const request = {
      ...{ ...asked, url, token, wasmFolder },
      ...(backend !== undefined && { backend }),
    };
    const trained = given.has("worker")
      ? await trainInWorker(request)
      : await trainHere(url, token);
    document.body.dataset.trained = JSON.stringify(trained);
    status.textContent = `Trained for ${trained.history.val_auc?.length} epochs. The run is in the dashboard: ${url}`;
  } catch (error) {
    status.textContent = error instanceof Error ? error.message : String(error);
    document.body.dataset.fault = status.textContent;
  }
});

// What an earlier visit could not send is sent as soon as the page is open again.
const token = query.get("token");
if (token !== null) {
  await connect({ url: query.get("url") ?? "http://127.0.0.1:4300", token, check: false });
}
