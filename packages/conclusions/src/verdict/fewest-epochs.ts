/** A run with fewer epochs than this can only be said to have diverged, or not to have been validated. */
export const fewestEpochs = 8;
