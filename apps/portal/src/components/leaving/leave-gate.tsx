"use client";

import { App } from "antd";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { pageGuards } from "./leave-guards.ts";
import { ownPath } from "./own-path.ts";

/** Follows a link only once nothing is lost by it, or the person says so; the browser asks when the page itself is closed. */
export function LeaveGate() {
  const t = useTranslations("common.leave");
  const { modal } = App.useApp();
  const router = useRouter();
  const ask = useEffectEvent((event: BeforeUnloadEvent) => {
    if (!pageGuards.areClean()) event.preventDefault();
  });
  // While things are settled the last click counts, and nothing is settled twice.
  const wanted = useRef<string>(null);
  const goOn = useEffectEvent(async () => {
    const losses = await pageGuards.settle();
    const path = wanted.current ?? "";
    wanted.current = null;
    // Enter stays: what a key pressed too early does can be taken back.
    const focusable = { autoFocusButton: "cancel" } as const;
    const words = { title: t("title"), okText: t("leave"), cancelText: t("stay"), focusable };
    if (losses.length === 0 || (await modal.confirm({ ...words, content: losses.join("") }))) router.push(path);
  });
  const follow = useEffectEvent((event: MouseEvent) => {
    const path = ownPath(event);
    if (path === null || pageGuards.areClean()) return;
    event.preventDefault();
    event.stopPropagation();
    const isGoing = wanted.current !== null;
    wanted.current = path;
    if (!isGoing) void goOn();
  });
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => ask(event);
    const onClick = (event: MouseEvent) => follow(event);
    window.addEventListener("beforeunload", onUnload);
    // Before the router's own listener: it must not leave first.
    document.addEventListener("click", onClick, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, { capture: true });
    };
  }, []);
  return null;
}
