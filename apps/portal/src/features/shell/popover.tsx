"use client";

import { type ComponentProps, type MouseEvent, type ReactNode, useRef } from "react";

type PopoverProps = {
  id: string;
  /** Position and size; the browser's own centring is switched off. */
  className: string;
  onToggle?: ComponentProps<"div">["onToggle"];
  children: ReactNode;
};

/**
 * The browser's own popover: Escape and a click outside close it, focus returns to its button, no script to load.
 * Opened by a `<button popoverTarget={id}>`; a followed link inside closes it.
 */
export function Popover({ id, className, onToggle, children }: PopoverProps) {
  const element = useRef<HTMLDivElement>(null);
  function closeAfterLink(event: MouseEvent): void {
    if (event.target instanceof Element && event.target.closest("a")) element.current?.hidePopover();
  }
  return (
    // Clicks are watched, not offered: what is clicked are the links inside.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      ref={element}
      id={id}
      popover="auto"
      onToggle={onToggle}
      onClick={closeAfterLink}
      className={`fixed inset-auto m-0 rounded-lg border border-line bg-surface p-1.5 text-ink shadow-[0_8px_28px_rgb(31_35_41/0.14)] ${className}`}
    >
      {children}
    </div>
  );
}
