"use client";
import { useEffect, useState } from "react";

/** The time, to the half minute. Undefined while React takes over the server's page, which was made at another time. */
export function useNow(): number | undefined {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
