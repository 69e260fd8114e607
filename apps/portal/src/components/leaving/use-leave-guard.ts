"use client";

import { useEffect, useEffectEvent } from "react";
import { type LeaveGuard, pageGuards } from "./leave-guards.ts";

/** While the component is there, nobody leaves the page without settling what it holds or being asked. */
export function useLeaveGuard(guard: LeaveGuard): void {
  const read = useEffectEvent(() => guard);
  useEffect(() => pageGuards.add(() => read()), []);
}
