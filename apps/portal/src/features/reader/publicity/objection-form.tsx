import { useTranslations } from "next-intl";
import { acceptedSuffixes } from "@zhibu/domain/media/file-formats";
import { inMegabytes } from "@zhibu/domain/media/media-limits";
import { objectionFileBytesMax, objectionTextCharsMax } from "@zhibu/domain/publicity/objection-inputs";
import { objectionPath, receiptPath } from "../addresses.ts";

/** The name of the field no person sees; whoever fills it in is a program. */
export const trapField = "website";

const accepted = `${acceptedSuffixes("picture")},${acceptedSuffixes("attachment")}`;

/** Objecting without script: by name or anonymously. The answer is a receipt number. */
export function ObjectionForm({ no }: { no: number }) {
  const t = useTranslations("reader.objection");
  return (
    <details className="objection">
      <summary>{t("open")}</summary>
      <form method="post" action={objectionPath(no)} encType="multipart/form-data" acceptCharset="utf-8">
        <p>
          <label htmlFor="objection-text">{t("text")}</label>
          <textarea
            id="objection-text"
            name="text"
            required
            minLength={10}
            maxLength={objectionTextCharsMax}
            rows={6}
          />
          <small>{t("textHint")}</small>
        </p>
        <p>
          <label htmlFor="objection-name">{t("name")}</label>
          <input id="objection-name" name="name" maxLength={40} autoComplete="name" />
          <small>{t("nameHint")}</small>
        </p>
        <p>
          <label htmlFor="objection-contact">{t("contact")}</label>
          <input id="objection-contact" name="contact" maxLength={100} autoComplete="tel" />
          <small>{t("contactHint")}</small>
        </p>
        <p>
          <label htmlFor="objection-file">{t("file")}</label>
          <input id="objection-file" name="file" type="file" accept={accepted} />
          <small>{t("fileHint", { megabytes: inMegabytes(objectionFileBytesMax) })}</small>
        </p>
        <p className="unseen" aria-hidden="true">
          <label htmlFor="objection-website">{t("trap")}</label>
          <input id="objection-website" name={trapField} tabIndex={-1} autoComplete="off" />
        </p>
        <button type="submit">{t("send")}</button>
        <p>
          <small>{t("sealed")}</small>
        </p>
      </form>
      <p>
        <a href={receiptPath()}>{t("follow")}</a>
      </p>
    </details>
  );
}
