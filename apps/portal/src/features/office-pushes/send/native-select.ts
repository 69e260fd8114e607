/** The browser's own list, which every phone shows well, in the look of our fields. */
export const selectClass =
  "h-11 w-full rounded-md border border-line-strong bg-surface px-3 text-base md:h-8 md:text-sm";
