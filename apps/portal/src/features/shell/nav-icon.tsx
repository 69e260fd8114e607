import {
  AppstoreOutlined,
  CheckSquareOutlined,
  DashboardOutlined,
  FileTextOutlined,
  HighlightOutlined,
  InboxOutlined,
  NotificationOutlined,
  PictureOutlined,
  SettingOutlined,
  TeamOutlined,
} from "@ant-design/icons";
import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { NavKey, OfficeKey } from "./nav-items.ts";

const OfficeNavIcon = dynamic(() => import("./office-nav-icon.tsx").then((file) => file.OfficeNavIcon));

const icons: Record<Exclude<NavKey, OfficeKey>, ComponentType<{ className?: string; "aria-hidden": true }>> = {
  inbox: CheckSquareOutlined,
  dashboard: DashboardOutlined,
  articles: FileTextOutlined,
  publicity: NotificationOutlined,
  pushes: InboxOutlined,
  corrections: HighlightOutlined,
  columns: AppstoreOutlined,
  media: PictureOutlined,
  people: TeamOutlined,
  settings: SettingOutlined,
};

function isOfficeKey(key: NavKey): key is OfficeKey {
  return key.startsWith("office");
}

export function NavIcon({ of, className = "text-base" }: { of: NavKey; className?: string }) {
  if (isOfficeKey(of)) return <OfficeNavIcon of={of} className={className} />;
  const Icon = icons[of];
  return <Icon className={className} aria-hidden />;
}
