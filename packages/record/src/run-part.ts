/**
 * What a run records on its own, each of which can be turned off.
 *
 * Of the card: `code` (git commit, branch, changes, script), `arguments`, `environment` (variables of an allow-list),
 * `versions`, `machine`, `backend`, `lockfile`, `model`, `weights`, `training` (optimizer, loss, metrics), `fit` (its
 * arguments), `data` and `seed`. Of each epoch: `timing`, `memory`, `cost` (of tracking), and `nonFinite`, the batch in which
 * the loss was first NaN or infinite.
 */
export type RunPart =
  | "code"
  | "arguments"
  | "environment"
  | "versions"
  | "machine"
  | "backend"
  | "lockfile"
  | "model"
  | "weights"
  | "training"
  | "fit"
  | "data"
  | "seed"
  | "timing"
  | "memory"
  | "cost"
  | "nonFinite";
