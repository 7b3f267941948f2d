/** The learning rate of a step, counted from 0: an epoch, or a batch of the whole training. */
export type Schedule = (step: number, learningRate: number) => number;
