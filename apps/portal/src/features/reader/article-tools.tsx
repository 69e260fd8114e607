import { useTranslations } from "next-intl";

const sizes = ["small", "normal", "large"] as const;

/** 字号 by radio buttons that the style sheet reads, and how to print: nothing here needs script. */
export function ArticleTools() {
  const t = useTranslations("reader");
  return (
    <div className="tools">
      <fieldset>
        <legend>{t("size.label")}</legend>
        {sizes.map((size) => (
          <label key={size}>
            <input type="radio" name="size" id={`size-${size}`} defaultChecked={size === "normal"} />
            <span>{t(`size.${size}`)}</span>
          </label>
        ))}
      </fieldset>
      <span className="print-hint">{t("printHint")}</span>
    </div>
  );
}
