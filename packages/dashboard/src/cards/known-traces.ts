import { createContext } from "react";
import type { TracesAnswer } from "../wire/answers.ts";

/** What early stopping saw in the runs that are drawn, by their ids, as far as it has come. Apart from what all cards share: few of them show it. */
export const KnownTraces = createContext<TracesAnswer["traces"]>({});
