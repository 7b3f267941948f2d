/** Pixels from the left edge of a chart to its plot: the same in all, so that their x axes stand under each other. */
export const PLOT_LEFT = 46;
/** Pixels from the plot to the right edge. */
export const PLOT_RIGHT = 12;
/** Height of the lane in which values that are not finite are marked. */
export const LANE_HEIGHT = 18;
/** Height of the labels of the x axis. */
export const LABELS_HEIGHT = 24;
