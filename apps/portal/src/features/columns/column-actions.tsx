"use client";

import { MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown, type MenuProps, Switch } from "antd";
import { useTranslations } from "next-intl";
import type { ColumnItem } from "@zhibu/core/columns/list-columns";
import type { ColumnDialog } from "./column-dialogs.tsx";
import { useColumnMutations } from "./use-column-mutations.ts";

type ColumnActionsProps = {
  branch: string;
  column: ColumnItem;
  childCount: number;
  hiddenByParent: boolean;
  onDialog: (dialog: ColumnDialog) => void;
};

/** What may be done with a column; nothing for people who only look. */
export function ColumnActions({ branch, column, childCount, hiddenByParent, onDialog }: ColumnActionsProps) {
  const t = useTranslations("columns.action");
  const mutations = useColumnMutations(branch);
  const isOwn = column.baselineName === null;
  const blocked = childCount > 0 ? t("deleteBlockedChildren") : t("deleteBlocked", { count: column.articleCount });
  const items: NonNullable<MenuProps["items"]> = [
    ...(column.parentId === null ? [{ key: "add", label: t("addBelow") }] : []),
    ...(column.can.move && childCount === 0 ? [{ key: "move", label: t("move") }] : []),
    ...(isOwn
      ? [
          {
            key: "delete",
            danger: true,
            disabled: !column.can.delete,
            label: column.can.delete ? t("delete") : blocked,
          },
        ]
      : []),
  ];
  function choose({ key }: { key: string }): void {
    if (key === "delete") mutations.askToDelete(column);
    if (key === "add") onDialog({ type: "add", parentId: column.id });
    if (key === "move") onDialog({ type: "move", column });
  }
  if (!column.can.hide) return null;
  return (
    <>
      <Switch
        size="small"
        checked={!column.hidden}
        loading={mutations.busy}
        onChange={(visible) => (visible ? mutations.show(column) : mutations.askToHide(column, childCount > 0))}
        aria-label={t("visibleNamed", { name: column.name })}
        className="mx-2"
      />
      <span aria-hidden className="w-16 text-[13px] text-ink-soft max-lg:hidden">
        {t(column.hidden || hiddenByParent ? "invisible" : "visible")}
      </span>
      <Button
        type="text"
        onClick={() => onDialog({ type: "edit", column })}
        aria-label={t("editNamed", { name: column.name })}
      >
        {t("edit")}
      </Button>
      {items.length > 0 ? (
        <Dropdown menu={{ items, onClick: choose }} trigger={["click"]} placement="bottomRight">
          <Button
            type="text"
            className="max-md:min-h-10 max-md:min-w-10"
            icon={<MoreOutlined aria-hidden />}
            aria-label={t("more", { name: column.name })}
          />
        </Dropdown>
      ) : (
        // Keeps the buttons of all rows in line.
        <span aria-hidden className="w-8 max-md:w-10" />
      )}
    </>
  );
}
