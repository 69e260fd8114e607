"use client";

import { useTranslations } from "next-intl";
import { ExcelFileError } from "./send-excel-file.ts";

/** What became of an Excel file that was not taken, in words. */
export function useExcelErrorText(): (error: unknown) => string {
  const errors = useTranslations("errors");
  return (error) =>
    error instanceof ExcelFileError && errors.has(error.reason)
      ? errors(error.reason, error.params)
      : errors("unexpected");
}
