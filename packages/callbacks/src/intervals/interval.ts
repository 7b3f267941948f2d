/** The bounds between which a value lies with some confidence. */
export type Interval = readonly [low: number, high: number];
