"use client";
import { createSerializer } from "nuqs/server";
import { useEffect, useRef, useState } from "react";
import { listenToChanges } from "../data/listen-to-changes.ts";
import { decodeRuns } from "../wire/run-json.ts";
import { type ComparisonData, mergeComparison } from "./comparison-data.ts";
import { type CompareState, compareParams } from "./search-params.ts";

/** An open page asks for news at most so often. */
const THROTTLE_MS = 500;
/** How soon the page asks after somebody typed or chose something. */
const TYPING_MS = 60;
/** How long the page waits before it asks a silent server again. */
const PATIENCE_MS = 2000;

const serialize = createSerializer(compareParams);

/** What the page shows in this state, kept up to date while it is open. */
export function useComparison(initial: ComparisonData, state: CompareState): ComparisonData {
  const { project, revision } = initial;
  const [data, setData] = useState(initial);
  const shown = useRef(initial);
  const address = serialize("/api/comparison", state);
  const wanted = useRef(address);
  wanted.current = address;
  const ask = useRef<(ms: number) => void>(() => undefined);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsking = false;
    let isAskedAgain = false;
    let isOver = false;
    const schedule = (ms: number) => {
      if (isOver) return;
      if (isAsking) isAskedAgain = true;
      else timer ??= setTimeout(() => void refresh(), ms);
    };
    const refresh = async () => {
      timer = undefined;
      isAsking = true;
      isAskedAgain = false;
      const fresh = await load(wanted.current, shown.current);
      isAsking = false;
      if (isOver) return;
      if (fresh !== undefined) {
        shown.current = fresh;
        setData(fresh);
      }
      if (fresh === undefined) schedule(PATIENCE_MS);
      else if (isAskedAgain) schedule(THROTTLE_MS);
    };
    ask.current = schedule;
    const stop = listenToChanges({
      since: revision,
      onChange: () => schedule(THROTTLE_MS),
      onOpen: () => schedule(THROTTLE_MS),
    });
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [revision]);
  const first = useRef(address);
  useEffect(() => {
    if (address === first.current) return;
    first.current = "";
    ask.current(TYPING_MS);
  }, [address]);
  return data.project === project ? data : initial;
}

/** Undefined where the server did not answer. */
async function load(address: string, shown: ComparisonData): Promise<ComparisonData | undefined> {
  const { project, version } = shown;
  const from = `${address}${address.includes("?") ? "&" : "?"}${new URLSearchParams({ project })}`;
  const some = await fetchData(`${from}&since=${version}`);
  if (some === undefined) return undefined;
  const merged = mergeComparison(shown, some);
  return merged ?? (await fetchData(from));
}

async function fetchData(address: string): Promise<ComparisonData | undefined> {
  try {
    const answer = await fetch(address);
    return answer.ok ? decodeRuns<ComparisonData>(await answer.text()) : undefined;
  } catch {
    return undefined;
  }
}
