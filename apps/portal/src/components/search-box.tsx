"use client";

import { SearchOutlined } from "@ant-design/icons";
import { Input } from "antd";
import { useEffect, useState } from "react";

const pauseMs = 300;

type SearchBoxProps = { label: string; value: string; onChange: (value: string) => void };

/** A search box that waits until typing pauses. */
export function SearchBox({ label, value, onChange }: SearchBoxProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed.trim() === value) return undefined;
    const timer = setTimeout(() => onChange(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      type="search"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onChange(typed.trim())}
      prefix={<SearchOutlined aria-hidden className="text-ink-soft" />}
      placeholder={label}
      aria-label={label}
      maxLength={60}
      allowClear
      className="max-md:min-h-10 md:max-w-72 max-md:[&_input]:min-h-0 [&_.ant-input-clear-icon]:min-h-6 [&_.ant-input-clear-icon]:min-w-6"
    />
  );
}
