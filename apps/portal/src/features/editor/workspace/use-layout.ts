"use client";

import { useState } from "react";
import type { PanelTab } from "../panel/side-panel.tsx";
import { useIsWide } from "./use-is-wide.ts";

/** What can lie over the text; one at a time. */
export type Overlay = "preview" | "history" | "link" | "library";

/** What of the workspace is in sight. */
export function useLayout() {
  const isWide = useIsWide();
  const [tab, setTab] = useState<PanelTab>("facts");
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  return {
    isWide,
    isPanelOpen,
    overlay,
    tab,
    setTab,
    openPanel: () => setPanelOpen(true),
    closePanel: () => setPanelOpen(false),
    show: (next: Overlay) => setOverlay(next),
    hide: () => setOverlay(null),
  };
}
