"use client";
import { useMemo } from "react";
import { useFixedMetric } from "../cards/use-fixed-metric.ts";
import { useAddressState } from "../ui/use-address-state.ts";
import { type ParametersState, parametersParams } from "./parameters-params.ts";

/** The state of the page, which is its address, and with it what was fixed for the project that the address does not say. */
export function useParametersState(project: string) {
  const [state, setState] = useAddressState(parametersParams);
  const [fixed] = useFixedMetric(project);
  const judging = useMemo((): ParametersState => {
    const metric = state.metric ?? fixed?.key ?? null;
    const better = state.metric === null ? null : state.better;
    const isFixed = metric === fixed?.key;
    return { ...state, metric, better: better ?? (isFixed ? fixed?.direction : null) ?? null };
  }, [state, fixed]);
  return { state, setState, judging };
}
