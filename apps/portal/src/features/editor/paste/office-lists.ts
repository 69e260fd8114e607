import { styleOf, textNodes } from "./html-document.ts";

/** A number the browser can write itself: 1. 1、 1) a. — the sign behind it becomes the list's own. */
const plainNumber = /^(\d{1,3}|[a-z]|[ivx]{2,6})[.．、)）]$/i;

/** What office fonts draw as a bullet: a sign, or one letter of a symbol font. */
const bullet = /^(?:[^\p{L}\p{N}（(〔【]|[a-zØü])$/iu;

const listDeclaration = /mso-list:[^;"']*;?/gi;

type ListParagraph = { element: Element; list: string; level: number };

/**
 * Prepares Word's and WPS's list paragraphs for the list extension, which knows bullets and `1.` only:
 * numbers such as 一、（一）① 1.1 stay where they are as text, `1、` becomes `1.`,
 * and each unbroken run becomes a list of its own, for otherwise items overtake the paragraphs between them.
 */
export function prepareOfficeLists(document: Document): void {
  let run: ListParagraph[] = [];
  let runs = 0;
  const endRun = () => {
    if (run.length > 0) runs += 1;
    renumber(run, runs);
    run = [];
  };
  for (const element of document.querySelectorAll("p")) {
    const item = listParagraph(element);
    const last = run.at(-1);
    if (last !== undefined && (item === undefined || !follows(last.element, element))) endRun();
    if (item !== undefined) run.push(item);
  }
  endRun();
}

function listParagraph(element: Element): ListParagraph | undefined {
  const declared = styleOf(element).get("mso-list");
  if (declared === undefined) return undefined;
  const prefix = prefixNodes(element);
  const number = prefix
    .flatMap(textNodes)
    .map((text) => text.data)
    .join("")
    .replaceAll(/[\s\u00a0\u3000]+/gu, "");
  const list = /\bl\d+/.exec(declared)?.[0];
  const isItem = list !== undefined && (bullet.test(number) || plainNumber.test(number));
  if (!isItem) {
    element.setAttribute("style", (element.getAttribute("style") ?? "").replaceAll(listDeclaration, ""));
    tightenPrefix(prefix, number);
    return undefined;
  }
  const plain = plainNumber.exec(number)?.[1];
  if (plain !== undefined) tightenPrefix(prefix, `${plain}.`);
  return { element, list, level: Number(/level(\d+)/.exec(declared)?.[1] ?? 1) };
}

/** What stands between `<!--[if !supportLists]-->` and `<!--[endif]-->`, or else in a span marked as ignorable. */
function prefixNodes(element: Element): Node[] {
  const comments = commentsIn(element);
  const start = comments.find((comment) => comment.data.includes("!supportLists"));
  const end = comments.find((comment) => comment.data.includes("endif"));
  if (start === undefined || end === undefined || start.parentNode !== end.parentNode) {
    return [...element.querySelectorAll("span")]
      .filter((span) => styleOf(span).get("mso-list") === "Ignore")
      .slice(0, 1);
  }
  const nodes: Node[] = [];
  for (let node = start.nextSibling; node !== null && node !== end; node = node.nextSibling) nodes.push(node);
  return nodes;
}

function commentsIn(root: Node): Comment[] {
  return [...root.childNodes].flatMap((child) => (child instanceof Comment ? [child] : commentsIn(child)));
}

/** The number alone, without the blanks that push the text to its tab stop. */
function tightenPrefix(prefix: readonly Node[], number: string): void {
  const [first, ...rest] = prefix.flatMap(textNodes);
  if (first === undefined) return;
  first.data = number;
  for (const text of rest) text.data = "";
}

function follows(before: Element, after: Element): boolean {
  return before.nextElementSibling === after;
}

function renumber(run: readonly ListParagraph[], runNumber: number): void {
  const shallowest = Math.min(...run.map(({ level }) => level));
  for (const { element, list, level } of run) {
    const style = (element.getAttribute("style") ?? "").replaceAll(listDeclaration, "");
    const id = `l${runNumber}${list.slice(1).padStart(4, "0")}`;
    element.setAttribute("style", `mso-list:${id} level${level - shallowest + 1} lfo1;${style}`);
  }
}
