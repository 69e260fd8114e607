import { fileURLToPath } from "node:url";
import pdfmake from "pdfmake";
import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
import { colours } from "./proof-parts.ts";
import { proofSections } from "./proof-sections.ts";
import { instantText, type ProofWords } from "./proof-words.ts";
import type { Proof } from "./proof.ts";

const regular = fileURLToPath(
  import.meta.resolve("@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
);
const bold = fileURLToPath(import.meta.resolve("@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf"));
const family = "Noto Sans SC";

/** From this share of a page's height on there is no room for a heading and two rows of a table. */
const footOfPage = 0.84;

// The document fetches nothing, and reads its two fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((file) => [regular, bold].includes(file));
pdfmake.setFonts({ [family]: { normal: regular, bold, italics: regular, bolditalics: bold } });
pdfmake.setTableLayouts({
  plain: {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    hLineColor: () => colours.line,
    vLineColor: () => colours.line,
    paddingTop: () => 4,
    paddingBottom: () => 4,
    paddingLeft: () => 6,
    paddingRight: () => 6,
  },
});

/** The pack as an A4 document with its font in it, so that it looks the same wherever it is opened. */
export async function proofPdf(proof: Proof, t: ProofWords): Promise<Uint8Array> {
  return pdfmake.createPdf(definition(proof, t)).getBuffer();
}

function definition(proof: Proof, t: ProofWords): TDocumentDefinitions {
  const made = t("madeBy", { name: proof.madeByName, at: instantText(proof.madeAt) });
  return {
    info: { title: `${t("title")} ${proof.list.title}`, author: proof.branchName, creationDate: proof.madeAt },
    language: "zh-CN",
    pageSize: "A4",
    pageMargins: [54, 62, 54, 62],
    header: (page) =>
      page === 1 ? null : { text: `${t("title")} · ${proof.list.title}`, style: "edge", margin: [54, 30, 54, 0] },
    footer: (page, pages) => ({
      columns: [
        { text: made, width: "*" },
        { text: t("page", { page, pages }), alignment: "right", width: 90 },
      ],
      style: "edge",
      margin: [54, 22, 54, 0],
    }),
    content: [
      { text: t("title"), style: "title" },
      { text: proof.list.title, style: "subtitle" },
      { canvas: [{ type: "line", x1: 0, y1: 0, x2: 487, y2: 0, lineWidth: 1.5, lineColor: colours.accent }] },
      ...proofSections(proof, t),
    ],
    defaultStyle: { font: family, fontSize: 10, lineHeight: 1.25 },
    styles: {
      title: { fontSize: 22, bold: true, alignment: "center", color: colours.accent, characterSpacing: 3 },
      subtitle: { fontSize: 13, alignment: "center", margin: [0, 6, 0, 12] },
      heading: { fontSize: 13, bold: true, color: colours.accent, margin: [0, 18, 0, 6] },
      subheading: { fontSize: 11, bold: true, margin: [0, 12, 0, 4] },
      paragraph: { margin: [0, 2, 0, 6], lineHeight: 1.5 },
      note: { fontSize: 9, color: colours.soft, margin: [0, 2, 0, 4] },
      table: { margin: [0, 2, 0, 6], fontSize: 9.5 },
      edge: { fontSize: 8, color: colours.soft },
    },
    // What stands above something is not left alone at the foot of a page.
    pageBreakBefore: ({ headlineLevel = 0, startPosition }) =>
      headlineLevel > 0 && startPosition.verticalRatio > footOfPage,
  };
}
