/** A row of the data, as far as the model may see it, and what it is to predict. */
export interface BirdStrike {
  readonly "Aircraft Make Model": string;
  readonly "Aircraft Airline Operator": string;
  readonly "Origin State": string;
  readonly "Phase of flight": string;
  readonly "Wildlife Size": string;
  readonly "Wildlife Species": string;
  readonly "Time of day": string;
  /** Knots; empty where nobody wrote it down. */
  readonly "Speed IAS in knots": string;
  /** `1990-01-08` */
  readonly "Flight Date": string;
  /** `None`, or how bad it was. */
  readonly "Effect Amount of damage": string;
}
