"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { branchRoleFilters, collegeRoleFilters } from "@zhibu/domain/tenancy/people-filters";
import { TextField } from "@zhibu/ui/text-field";
import { NativeSelect } from "../office-branches/native-select.tsx";
import { BranchSelect } from "./branch-select.tsx";
import type { PostDraft, PostProblems } from "./post-draft.ts";

type PostFieldsProps = { post: PostDraft; problems: PostProblems; onChange: (change: Partial<PostDraft>) => void };

/** Where, as what, from when to when. */
export function PostFields({ post, problems, onChange }: PostFieldsProps) {
  const t = useTranslations("office-people.post");
  return (
    <div className="grid gap-x-4 gap-y-3 md:grid-cols-2">
      <PlaceFields post={post} problems={problems} onChange={onChange} />
      <TextField
        type="date"
        label={t("startsOn")}
        value={post.startsOn}
        error={problems.startsOn && t("startsOnError")}
        onChange={(event) => onChange({ startsOn: event.target.value })}
      />
      <TextField
        type="date"
        label={t("endsOn")}
        value={post.endsOn}
        {...(post.startsOn === "" ? {} : { min: post.startsOn })}
        error={problems.endsOn && t("endsOnError")}
        onChange={(event) => onChange({ endsOn: event.target.value })}
      />
      <p className="-mt-1 text-[13px] text-ink-soft md:col-span-2">{t("endsOnHint")}</p>
    </div>
  );
}

function PlaceFields({ post, problems, onChange }: PostFieldsProps) {
  const t = useTranslations("office-people.post");
  const roleWord = useTranslations("common.role");
  const id = useId();
  const roles = post.place === "branch" ? branchRoleFilters : collegeRoleFilters;
  return (
    <>
      <fieldset className="md:col-span-2">
        <legend className="mb-1 font-medium">{t("place")}</legend>
        <div className="flex gap-x-5">
          {(["branch", "college"] as const).map((place) => (
            <label key={place} className="flex min-h-10 items-center gap-2 md:min-h-8">
              <input
                type="radio"
                name={`${id}-place`}
                checked={post.place === place}
                onChange={() => onChange({ place, role: place === "branch" ? "webmaster" : "office" })}
                className="size-4 accent-brand"
              />
              {t(place === "branch" ? "placeBranch" : "placeCollege")}
            </label>
          ))}
        </div>
      </fieldset>
      {post.place === "branch" && (
        <div>
          <label htmlFor={`${id}-branch`} className="mb-1 block font-medium">
            {t("branch")}
          </label>
          <BranchSelect
            id={`${id}-branch`}
            value={post.branchSlug}
            status={problems.branchSlug ? "error" : ""}
            aria-invalid={problems.branchSlug === true}
            aria-describedby={`${id}-branch-error`}
            onChange={(branchSlug) => onChange({ branchSlug })}
          />
          <p id={`${id}-branch-error`} role="alert" className="mt-1.5 text-bad empty:hidden">
            {problems.branchSlug && t("branchError")}
          </p>
        </div>
      )}
      <div>
        <label htmlFor={`${id}-role`} className="mb-1 block font-medium">
          {t("role")}
        </label>
        <NativeSelect
          id={`${id}-role`}
          aria-describedby={`${id}-about`}
          className="w-full"
          value={post.role}
          options={roles.map((role) => ({ value: role, label: roleWord(role) }))}
          onChange={(role) => onChange({ role })}
        />
        <p id={`${id}-about`} className="mt-1 text-[13px] text-ink-soft">
          {t(`about.${post.role}`)}
        </p>
      </div>
    </>
  );
}
