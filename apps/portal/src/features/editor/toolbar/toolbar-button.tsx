"use client";

import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { popupContainer } from "../workspace/popup-container.ts";

type ToolbarButtonProps = {
  name: string;
  /** Keys as ProseMirror writes them. */
  shortcut?: string | undefined;
  isActive?: boolean;
  disabled?: boolean;
  /** For a button that opens a menu: whether it is open. */
  isOpen?: boolean;
  /** Icons say it for most; words where no icon does. */
  children: ReactNode;
  onClick: () => void;
};

/** The name of a tool must never lie in the way of what is beneath it. */
const unobtrusive = { root: { pointerEvents: "none" } } as const;

/** A button of the toolbar. It never takes the focus from the text when it is clicked. */
export function ToolbarButton({
  name,
  shortcut,
  isActive,
  disabled = false,
  isOpen,
  children,
  onClick,
}: ToolbarButtonProps) {
  const keys = shortcut === undefined ? "" : ` ${shownKeys(shortcut)}`;
  return (
    <Tooltip
      title={`${name}${keys}`}
      mouseEnterDelay={0.4}
      styles={unobtrusive}
      getPopupContainer={popupContainer}
      {...(isOpen === true && { open: false })}
    >
      <button
        type="button"
        aria-label={name}
        aria-disabled={disabled}
        {...(isActive === undefined ? {} : { "aria-pressed": isActive })}
        {...(isOpen === undefined ? {} : { "aria-haspopup": "true", "aria-expanded": isOpen })}
        {...(shortcut === undefined
          ? {}
          : { "aria-keyshortcuts": shortcut.replace("Mod", "Control").replaceAll("-", "+") })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          if (!disabled) onClick();
        }}
        className={`flex h-9 min-w-9 shrink-0 items-center justify-center rounded px-1.5 text-base md:h-8 md:min-w-8 ${look(isActive, disabled)}`}
      >
        {children}
      </button>
    </Tooltip>
  );
}

function look(isActive: boolean | undefined, disabled: boolean): string {
  if (disabled) return "text-line-strong";
  return isActive === true ? "bg-brand-soft text-brand-strong" : "text-ink hover:bg-neutral-soft";
}

function shownKeys(shortcut: string): string {
  const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
  return shortcut.replace("Mod", isMac ? "⌘" : "Ctrl").replaceAll("-", "+");
}
