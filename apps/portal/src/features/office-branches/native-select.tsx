"use client";

import type { ComponentProps } from "react";

type NativeSelectProps<Value extends string> = Omit<ComponentProps<"select">, "value" | "onChange" | "children"> & {
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
};

/** The browser's own list, which every phone shows well. */
export function NativeSelect<Value extends string>({
  value,
  options,
  onChange,
  className = "",
  ...select
}: NativeSelectProps<Value>) {
  function choose(chosen: string): void {
    const option = options.find((each) => each.value === chosen);
    if (option) onChange(option.value);
  }
  return (
    <select
      {...select}
      value={value}
      onChange={(event) => choose(event.target.value)}
      className={`h-10 rounded-md border border-line-strong bg-surface px-2 text-base md:h-8 md:text-sm ${className}`}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
