import { AppError } from "../kernel/app-error.ts";
import { fileFormats, formatOfSuffix, type FormatName, type MediaKind } from "./file-formats.ts";

export const fileNameCharsMax = 120;

/** A marked last suffix says how a system opens the file; before it, these only serve to deceive. */
const executableSuffixes = new Set(
  (
    "exe com scr pif bat cmd msi msp dll cpl sys ps1 psm1 vbs vbe js jse mjs cjs wsf wsh hta lnk reg inf chm jar apk app dmg pkg deb rpm sh bash " +
    "py pl rb php phtml php3 php5 asp aspx jsp jspx cgi html htm xhtml shtml mht mhtml svg svgz xsl xslt swf iso img vhd docm xlsm pptm dotm xltm potm xlam ppam"
  ).split(" "),
);

/** Whether a name's suffix belongs to something that runs, or that a browser would run. */
export function isExecutableSuffix(suffix: string): boolean {
  return executableSuffixes.has(suffix.toLowerCase());
}

/**
 * A name as people wrote it, without what could deceive or escape: folders, control characters,
 * direction marks (`fdp.exe` shown as `exe.pdf`), runs of blanks, trailing dots.
 */
export function cleanFileName(claimed: string): string {
  const base = claimed.normalize("NFC").replaceAll("\\", "/").split("/").at(-1) ?? "";
  const visible = base.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}<>:"|?*]/gu, "");
  return visible.replaceAll(/\s+/gu, " ").replaceAll(/^[\s.]+|[\s.]+$/gu, "");
}

export type ClaimedName = { stem: string; suffix: string; format: FormatName };

/**
 * Reads what a name claims the file to be.
 * @throws AppError INVALID for a suffix that may not be uploaded, or one that hides another (`notice.pdf.exe`, `notice.exe.pdf`).
 */
export function readFileName(claimed: string, kind: MediaKind): ClaimedName {
  const segments = cleanFileName(claimed).split(".");
  const suffix = segments.length > 1 ? (segments.at(-1) ?? "").trim().toLowerCase() : "";
  const inner = segments.slice(1, -1).map((segment) => segment.trim().toLowerCase());
  if (
    inner.some(isExecutableSuffix) ||
    (isExecutableSuffix(suffix) && inner.some((each) => formatOfSuffix(each) !== null))
  ) {
    throw new AppError("INVALID", "media.doubleSuffix");
  }
  if (suffix === "") throw new AppError("INVALID", "media.noSuffix");
  if (["svg", "svgz", "html", "htm", "xhtml", "xml", "mht", "mhtml"].includes(suffix))
    throw new AppError("INVALID", "media.markup");
  if (["docm", "xlsm", "pptm"].includes(suffix)) throw new AppError("INVALID", "media.macros");
  const format = formatOfSuffix(suffix);
  if (format === null) throw new AppError("INVALID", "media.typeRefused", { suffix: suffix.slice(0, 16) });
  if (fileFormats[format].kind !== kind)
    throw new AppError("INVALID", kind === "picture" ? "media.notPicture" : "media.notAttachment");
  const stem = segments.slice(0, -1).join(".").trim();
  return { stem, suffix, format };
}

/** The name kept: at most 120 characters, under a suffix that says what the content is. */
export function storedFileName({ stem, suffix }: Pick<ClaimedName, "stem" | "suffix">, format: FormatName): string {
  const fits = formatOfSuffix(suffix) === format ? suffix : fileFormats[format].suffixes[0];
  // The cut may have halved a character outside the basic plane.
  const kept = stem
    .slice(0, fileNameCharsMax - fits.length - 1)
    .replace(/[\uD800-\uDBFF]$/u, "")
    .trim();
  return `${kept}.${fits}`;
}
