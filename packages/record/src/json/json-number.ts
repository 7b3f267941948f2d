import * as v from "valibot";
import { number } from "../kinds.ts";

/** A number as JSON can hold it. */
export const jsonNumber = v.union([number, v.picklist(["NaN", "Infinity", "-Infinity"])]);

/** A number as the journal writes it: JSON has no word for the non-finite ones. */
export type JsonNumber = v.InferOutput<typeof jsonNumber>;
