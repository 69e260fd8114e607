"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";

type HeldFieldsProps = {
  /** While it is being sent. */
  held: boolean;
  className?: string;
  children: ReactNode;
};

/**
 * The fields of a form that goes away once it was sent: meanwhile nothing can be typed, for it would go with it. Who is
 * refused finds the caret where it was.
 */
export function HeldFields({ held, className = "", children }: HeldFieldsProps) {
  const area = useRef<HTMLFieldSetElement>(null);
  const left = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { activeElement } = document;
    if (held && activeElement instanceof HTMLElement && area.current?.contains(activeElement)) {
      left.current = activeElement;
    } else if (!held) {
      left.current?.focus();
      left.current = null;
    }
  }, [held]);
  return (
    // Choices that are no native fields don't know that they are disabled.
    <fieldset ref={area} disabled={held} className={`min-w-0 ${held ? "pointer-events-none" : ""} ${className}`}>
      {children}
    </fieldset>
  );
}
