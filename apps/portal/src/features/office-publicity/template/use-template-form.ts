"use client";

import { useState } from "react";
import { isForbiddenColumn } from "@zhibu/domain/publicity/forbidden-column";
import { publicityTemplateSchema, type PublicityTemplate } from "@zhibu/domain/publicity/publicity-template";
import { changedFields, type TemplateField } from "@zhibu/domain/publicity/template-changes";

export type ChangeTemplate = (change: Partial<PublicityTemplate>) => void;

/** Where the schema, or the list of columns no list may have, finds something wrong: `notice`, `columns.0.label`, … */
function wrongPlaces(template: PublicityTemplate): ReadonlySet<string> {
  const parsed = publicityTemplateSchema.safeParse(template);
  const issues = parsed.success ? [] : parsed.error.issues;
  // A place-holder nobody fills in is said by the field it stands in.
  const placeOf = ({ path, message }: (typeof issues)[number]) =>
    message === "publicity.unknownPlaceholder" ? "placeholder" : path.join(".");
  const places = new Set(issues.map(placeOf));
  for (const [index, { label }] of template.columns.entries()) {
    if (isForbiddenColumn(label)) places.add(`columns.${index}.forbidden`);
  }
  return places;
}

/** A template as it is typed, against the wording it is to follow; what is wrong shows after the first try to save. */
export function useTemplateForm(before: PublicityTemplate) {
  const [values, setValues] = useState(before);
  const [wasTried, setTried] = useState(false);
  const wrong = wrongPlaces(values);
  const changed: readonly TemplateField[] = changedFields(before, values);
  return {
    values,
    changed,
    problems: wasTried ? wrong.size : 0,
    set: ((change) => setValues((now) => ({ ...now, ...change }))) satisfies ChangeTemplate,
    /** After a save: what is wrong shows from the next try on. */
    begin: () => setTried(false),
    isWrong: (place: string) => wasTried && wrong.has(place),
    /** The template as it may be saved, or null after marking what is wrong. */
    take: (): PublicityTemplate | null => {
      setTried(true);
      const parsed = publicityTemplateSchema.safeParse(values);
      return parsed.success && wrong.size === 0 ? parsed.data : null;
    },
  };
}

export type TemplateFormState = ReturnType<typeof useTemplateForm>;
