"use client";

import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { firstPeopleMax, type OpenBranchInput } from "@zhibu/domain/tenancy/branch-inputs";
import { Panel } from "@zhibu/ui/panel";
import { FirstPerson } from "./first-person.tsx";

const needed = ["webmaster", "secretary"] as const;

/** Who begins in the new branch; a post without which nothing is published is named while it is vacant. */
export function FirstPeople() {
  const t = useTranslations("office-branches.new");
  const { control } = useFormContext<OpenBranchInput>();
  const { fields, append, remove } = useFieldArray({ control, name: "people" });
  const people = useWatch({ control, name: "people" });
  const vacant = needed.filter((role) => !people.some(({ roles }) => roles.includes(role)));
  return (
    <Panel title={t("people")} description={t("peopleHint")}>
      <div className="grid gap-3">
        {fields.map((field, index) => (
          <FirstPerson key={field.id} index={index} onRemove={() => remove(index)} />
        ))}
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          icon={<PlusOutlined aria-hidden />}
          disabled={fields.length >= firstPeopleMax}
          onClick={() => append({ displayName: "", email: "", roles: ["contributor"] })}
        >
          {t("addPerson")}
        </Button>
        <output className="text-waiting">{vacant.map((role) => t(`missing.${role}`)).join("，")}</output>
      </div>
    </Panel>
  );
}
