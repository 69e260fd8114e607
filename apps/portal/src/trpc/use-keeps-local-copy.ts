"use client";

import { useEffect } from "react";
import { holdLocalCopy } from "./connection-trouble.ts";

/** Called by a screen that keeps what is typed on the device, so that the banner about a lost connection may say so. */
export function useKeepsLocalCopy(keeps: boolean): void {
  useEffect(() => (keeps ? holdLocalCopy() : undefined), [keeps]);
}
