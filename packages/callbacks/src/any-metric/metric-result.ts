/** What a metric comes to: a number, one for each class or threshold, or a matrix. */
export type MetricResult = number | readonly number[] | readonly (readonly number[])[];
