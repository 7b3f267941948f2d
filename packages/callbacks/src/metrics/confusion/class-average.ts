/**
 * How the values of several classes become one: `"micro"` counts all decisions together, `"macro"` is the mean over
 * classes, `"weighted"` their mean weighed by how often each occurs.
 */
export type ClassAverage = "micro" | "macro" | "weighted";

/** One number where there is an average, else one for each class; where types cannot tell, either. */
export type PerClass<Average extends ClassAverage | undefined> = [Average] extends [undefined]
  ? readonly number[]
  : [Average] extends [ClassAverage]
    ? number
    : number | readonly number[];
