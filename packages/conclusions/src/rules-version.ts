/**
 * The version of the rules that conclusions follow from. Whoever keeps conclusions keeps it beside them: made by another version,
 * they are out of date. A test fails where the rules say something else than before, and this has not grown.
 */
export const rulesVersion = 1;
