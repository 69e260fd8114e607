"use client";

import { Button, type ButtonProps } from "antd";
import { useRouter } from "next/navigation";
import type { MouseEvent } from "react";

/** A link in a button's clothes that stays inside the application; opens in a new tab like any link. */
export function ButtonLink({ href, ...props }: Omit<ButtonProps, "href" | "onClick" | "htmlType"> & { href: string }) {
  const router = useRouter();
  function navigate(event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.push(href);
  }
  return <Button {...props} href={href} onClick={navigate} />;
}
