"use client";

import { MoreOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useTranslations } from "next-intl";
import { ButtonLink } from "../../../components/button-link.tsx";
import { type ArticleAction, type ArrangedActions } from "../../articles/article-actions.ts";
import { popupContainer } from "./popup-container.ts";

type ActionBarProps = {
  actions: ArrangedActions;
  reviewHref: string;
  isBusy: boolean;
  /** On a phone: beside a long button there is room for one more. */
  isCompact?: boolean;
  onAction: (action: ArticleAction) => void;
};

const grave: ReadonlySet<ArticleAction> = new Set(["withdraw", "discard", "archive"]);

/** What can be done to the article now; the next step is the one filled button. */
export function ActionBar({ actions, reviewHref, isBusy, isCompact = false, onAction }: ActionBarProps) {
  const t = useTranslations("articles.action");
  const { primary } = actions;
  const isFull = isCompact && primary === "submit";
  const beside = isFull ? [] : actions.beside;
  const more = isFull ? [...actions.beside, ...actions.more] : actions.more;
  return (
    <>
      {more.length > 0 && (
        <Dropdown
          trigger={["click"]}
          // Not on arrival: into the menu once it was opened.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          getPopupContainer={popupContainer}
          menu={{
            items: more.map((action) => ({ key: action, label: t(action), danger: grave.has(action) })),
            onClick: ({ key }) => {
              const action = more.find((each) => each === key);
              if (action !== undefined) onAction(action);
            },
          }}
        >
          <Button icon={<MoreOutlined />} aria-label={t("more")} title={t("more")} />
        </Dropdown>
      )}
      {beside.map((action) => (
        <Button key={action} onClick={() => onAction(action)} disabled={isBusy}>
          {t(action)}
        </Button>
      ))}
      {primary === "review" && (
        <ButtonLink href={reviewHref} type="primary">
          {t("review")}
        </ButtonLink>
      )}
      {primary !== null && primary !== "review" && (
        <Button type="primary" loading={isBusy} onClick={() => onAction(primary)}>
          {t(primary)}
        </Button>
      )}
    </>
  );
}
