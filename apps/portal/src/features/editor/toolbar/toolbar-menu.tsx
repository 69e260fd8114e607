"use client";

import { type MouseEvent, type ReactNode, useRef, useState } from "react";
import { ToolbarButton } from "./toolbar-button.tsx";

type ToolbarMenuProps = {
  name: string;
  icon: ReactNode;
  /** What opens below; each of its buttons closes it. */
  children: ReactNode;
};

const gap = 4;
const edge = 8;

/**
 * A tool that opens something. The browser's own popover: Escape and a click elsewhere close it, the focus goes in and
 * comes back. It is placed by hand, for the toolbar it belongs to is pushed sideways on a phone.
 */
export function ToolbarMenu({ name, icon, children }: ToolbarMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  function opened(): void {
    const button = anchor.current?.getBoundingClientRect();
    const width = panel.current?.offsetWidth ?? 0;
    if (button === undefined) return;
    setPlace({
      left: Math.max(edge, Math.min(button.left, window.innerWidth - width - edge)),
      top: button.bottom + gap,
    });
    panel.current?.querySelector<HTMLElement>("[tabindex='0'], button:not([tabindex='-1'])")?.focus();
  }
  function closeAfterChoice(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest("button") !== null) panel.current?.hidePopover();
  }
  return (
    <>
      <span ref={anchor}>
        <ToolbarButton name={name} isOpen={isOpen} onClick={() => panel.current?.togglePopover()}>
          {icon}
        </ToolbarButton>
      </span>
      {/* Clicks are watched, not offered: what is clicked are the buttons inside. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        ref={panel}
        popover="auto"
        onClick={closeAfterChoice}
        onToggle={(event) => {
          const isNow = event.newState === "open";
          setOpen(isNow);
          if (isNow) opened();
        }}
        style={place}
        className="fixed inset-auto m-0 rounded-lg border border-line bg-surface p-2 text-ink shadow-[0_8px_28px_rgb(31_35_41/0.14)]"
      >
        {children}
      </div>
    </>
  );
}
