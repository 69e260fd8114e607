"use client";

import {
  AlertOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BookOutlined,
  FontSizeOutlined,
  NotificationOutlined,
  NumberOutlined,
  SendOutlined,
  SettingOutlined,
  StarOutlined,
  StopOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import type { ComponentType } from "react";
import type { OfficeKey } from "./nav-items.ts";

const icons: Record<OfficeKey, ComponentType<{ className?: string; "aria-hidden": true }>> = {
  officeBranches: ApartmentOutlined,
  officePeople: TeamOutlined,
  officePushes: SendOutlined,
  officeNominations: StarOutlined,
  officePublicity: NotificationOutlined,
  officeTakeDowns: StopOutlined,
  officeFacts: NumberOutlined,
  officeTerms: FontSizeOutlined,
  officePages: BookOutlined,
  officeBanners: AlertOutlined,
  officeAudit: AuditOutlined,
  officeSettings: SettingOutlined,
};

/** The office's own icons: most people never see them, so they come apart. */
export function OfficeNavIcon({ of, className }: { of: OfficeKey; className: string }) {
  const Icon = icons[of];
  return <Icon className={className} aria-hidden />;
}
