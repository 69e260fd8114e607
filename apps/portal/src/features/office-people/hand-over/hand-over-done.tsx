"use client";

import { PrinterOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { Notice } from "@zhibu/ui/notice";
import { Panel } from "@zhibu/ui/panel";
import type { ChosenPerson } from "../person-select.tsx";

/** How one branch's hand-over went: its list, or why there is none. */
export type HandedBranch = { name: string; outcome: { handOverId: string } | { refused: string } };

type HandOverDoneProps = {
  from: ChosenPerson;
  to: ChosenPerson;
  branches: readonly HandedBranch[];
  onAnother: () => void;
};

export function HandOverDone({ from, to, branches, onAnother }: HandOverDoneProps) {
  const t = useTranslations("office-people.handOverPage");
  const refused = branches.flatMap(({ name, outcome }) =>
    "refused" in outcome ? [{ name, reason: outcome.refused }] : [],
  );
  const done = branches.flatMap(({ name, outcome }) =>
    "handOverId" in outcome ? [{ name, id: outcome.handOverId }] : [],
  );
  return (
    <Panel>
      <div className="space-y-3">
        {refused.map(({ name, reason }) => (
          <Notice key={name} tone="bad" role="alert">
            {t("failed", { branch: name, reason })}
          </Notice>
        ))}
        {done.length > 0 && (
          <>
            <h2 className="text-[15px] font-semibold">{t("done")}</h2>
            <p>{t("doneLead", { from: from.displayName, to: to.displayName })}</p>
            <ul className="space-y-2">
              {done.map(({ name, id }) => (
                <li key={id}>
                  <Button
                    type="primary"
                    icon={<PrinterOutlined aria-hidden />}
                    href={`/hand-overs/${id}`}
                    target="_blank"
                  >
                    {t("print", { branch: name })}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        <Button onClick={onAnother}>{t("another")}</Button>
      </div>
    </Panel>
  );
}
