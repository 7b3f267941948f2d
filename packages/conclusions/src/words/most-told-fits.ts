/** So many fits of a run are told of one by one. Where every epoch is a fit, they would hide all other events. */
export const mostToldFits = 12;
