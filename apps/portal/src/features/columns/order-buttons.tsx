"use client";

import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

type OrderButtonsProps = { name: string; isFirst: boolean; isLast: boolean; onShift: (by: -1 | 1) => void };

/** Up and down for a row. The pressed button keeps the focus although its row has moved in the document. */
export function OrderButtons({ name, isFirst, isLast, onShift }: OrderButtonsProps) {
  const t = useTranslations("columns.action");
  const pressed = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (pressed.current?.isConnected && document.activeElement === document.body) pressed.current.focus();
  });
  function press(by: -1 | 1, target: HTMLElement): void {
    pressed.current = target;
    onShift(by);
  }
  return (
    <span className="flex">
      <Button
        type="text"
        aria-label={t("up", { name })}
        // Not `disabled`: at the end of the row the keyboard would lose its place.
        aria-disabled={isFirst}
        className={`max-md:min-h-10 max-md:min-w-10 ${isFirst ? "opacity-30" : ""}`}
        icon={<ArrowUpOutlined aria-hidden />}
        onClick={({ currentTarget }) => !isFirst && press(-1, currentTarget)}
      />
      <Button
        type="text"
        aria-label={t("down", { name })}
        aria-disabled={isLast}
        className={`max-md:min-h-10 max-md:min-w-10 ${isLast ? "opacity-30" : ""}`}
        icon={<ArrowDownOutlined aria-hidden />}
        onClick={({ currentTarget }) => !isLast && press(1, currentTarget)}
      />
    </span>
  );
}
