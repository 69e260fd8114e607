"use client";

import { useEffect, useState } from "react";

const minute = 60_000;

/** The present moment to the minute, for sentences that speak of it. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minute);
    return () => clearInterval(timer);
  }, []);
  return now;
}
