import { Fragment, Slice } from "@tiptap/pm/model";
import { titleCharsMax } from "@zhibu/domain/articles/article-input";

/** A whole document begins with its title; a few lines are a quotation. */
const blocksMin = 3;
const titleLikeChars = 60;
const endsLikeText = /[。；;：:，,、！!？?]$/u;

const tidy = (text: string) => text.replaceAll(/\s+/gu, " ").trim();

export type TitleLine = { readonly title: string; readonly rest: Slice };

/**
 * The first line of a pasted document, where it is the title: the same as the title that is there, or fit to be one where
 * there is none. Undefined for everything else.
 */
export function titleLineOf(slice: Slice, present: string): TitleLine | undefined {
  const first = slice.content.firstChild;
  if (slice.content.childCount < blocksMin || first?.isTextblock !== true) return undefined;
  const line = tidy(first.textContent);
  const isSame = line !== "" && line === tidy(present);
  const isFit = present.trim() === "" && line !== "" && line.length <= titleLikeChars && !endsLikeText.test(line);
  if (!isSame && !isFit) return undefined;
  const blocks = slice.content.content.slice(1);
  const openStart = blocks[0]?.isTextblock === true ? 1 : 0;
  return { title: line.slice(0, titleCharsMax), rest: new Slice(Fragment.from(blocks), openStart, slice.openEnd) };
}
