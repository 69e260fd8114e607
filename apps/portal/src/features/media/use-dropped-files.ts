"use client";

import { type DragEvent, useEffect, useRef, useState } from "react";

/** Where words are typed a paste belongs to the words. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, select") !== null)
  );
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes("Files");
}

/** Files dropped on an element, and pictures pasted anywhere on the page where nothing is being typed. */
export function useDroppedFiles(onFiles: (files: FileList) => void) {
  const [isOver, setOver] = useState(false);
  // Entering a child leaves its parent: only the last leave means that the file is gone.
  const depth = useRef(0);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  });

  useEffect(() => {
    function paste(event: ClipboardEvent): void {
      const files = event.clipboardData?.files;
      if (event.defaultPrevented || isTyping(event.target) || !files || files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    }
    document.addEventListener("paste", paste);
    return () => document.removeEventListener("paste", paste);
  }, []);

  return {
    isOver,
    handlers: {
      onDragEnter: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        depth.current += 1;
        setOver(true);
      },
      onDragOver: (event: DragEvent) => {
        if (hasFiles(event)) event.preventDefault();
      },
      onDragLeave: () => {
        depth.current = Math.max(0, depth.current - 1);
        if (depth.current === 0) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        depth.current = 0;
        setOver(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        onFiles(event.dataTransfer.files);
      },
    },
  };
}
