/** Fewer epochs than this say nothing but that a run diverged or was not validated. */
export const fewestEpochs = 8;
