/** A number as the journal writes it: JSON has no word for the non-finite ones. */
export type JsonNumber = number | "NaN" | "Infinity" | "-Infinity";
