import {
  AlignCenterOutlined,
  AlignLeftOutlined,
  AlignRightOutlined,
  BoldOutlined,
  ClearOutlined,
  ItalicOutlined,
  LineOutlined,
  OrderedListOutlined,
  RedoOutlined,
  StrikethroughOutlined,
  UnderlineOutlined,
  UndoOutlined,
  UnorderedListOutlined,
} from "@ant-design/icons";
import type { Editor } from "@tiptap/core";
import type { ReactNode } from "react";
import { QuoteIcon } from "./quote-icon.tsx";

export type ToolbarCommand = {
  /** Key of the name under `editor.toolbar`. */
  key: string;
  icon: ReactNode;
  /** Keys as ProseMirror writes them: `Mod` is Ctrl, or ⌘ on a Mac. */
  shortcut?: string;
  run: (editor: Editor) => void;
  isActive?: (editor: Editor) => boolean;
  canRun?: (editor: Editor) => boolean;
};

const focused = (editor: Editor) => editor.chain().focus();

const history: readonly ToolbarCommand[] = [
  {
    key: "undo",
    icon: <UndoOutlined />,
    shortcut: "Mod-Z",
    run: (editor) => focused(editor).undo().run(),
    canRun: (editor) => editor.can().undo(),
  },
  {
    key: "redo",
    icon: <RedoOutlined />,
    shortcut: "Mod-Y",
    run: (editor) => focused(editor).redo().run(),
    canRun: (editor) => editor.can().redo(),
  },
];

const marks: readonly ToolbarCommand[] = [
  mark("bold", <BoldOutlined />, "Mod-B"),
  mark("italic", <ItalicOutlined />, "Mod-I"),
  mark("underline", <UnderlineOutlined />, "Mod-U"),
  mark("strike", <StrikethroughOutlined />, "Mod-Shift-S"),
  {
    key: "clear",
    icon: <ClearOutlined />,
    shortcut: "Mod-\\",
    run: clearFormatting,
  },
];

const alignments: readonly ToolbarCommand[] = [
  alignment("left", <AlignLeftOutlined />, "Mod-Shift-L"),
  alignment("center", <AlignCenterOutlined />, "Mod-Shift-E"),
  alignment("right", <AlignRightOutlined />, "Mod-Shift-R"),
];

const blocks: readonly ToolbarCommand[] = [
  {
    key: "bulletList",
    icon: <UnorderedListOutlined />,
    shortcut: "Mod-Shift-8",
    run: (editor) => focused(editor).toggleBulletList().run(),
    isActive: (editor) => editor.isActive("bulletList"),
  },
  {
    key: "orderedList",
    icon: <OrderedListOutlined />,
    shortcut: "Mod-Shift-7",
    run: (editor) => focused(editor).toggleOrderedList().run(),
    isActive: (editor) => editor.isActive("orderedList"),
  },
  {
    key: "blockquote",
    icon: <QuoteIcon />,
    shortcut: "Mod-Shift-B",
    run: (editor) => focused(editor).toggleBlockquote().run(),
    isActive: (editor) => editor.isActive("blockquote"),
  },
  {
    key: "rule",
    icon: <LineOutlined />,
    run: (editor) => focused(editor).setHorizontalRule().run(),
  },
];

export const commandGroups = { history, marks, alignments, blocks } as const;

function mark(name: string, icon: ReactNode, shortcut: string): ToolbarCommand {
  return {
    key: name,
    icon,
    shortcut,
    run: (editor) => focused(editor).toggleMark(name).run(),
    isActive: (editor) => editor.isActive(name),
  };
}

function alignment(align: "left" | "center" | "right", icon: ReactNode, shortcut: string): ToolbarCommand {
  return {
    key: `align.${align}`,
    icon,
    shortcut,
    run: (editor) => {
      const isSet = align === "left" || editor.isActive({ textAlign: align });
      if (isSet) focused(editor).unsetTextAlign().run();
      else focused(editor).setTextAlign(align).run();
    },
    isActive: (editor) => align !== "left" && editor.isActive({ textAlign: align }),
  };
}

/** Back to plain paragraphs: no emphasis, no links, no alignment, no headings; lists and tables stay. */
export function clearFormatting(editor: Editor): void {
  focused(editor)
    .unsetAllMarks()
    .unsetTextAlign()
    .command(({ tr, state }) => {
      const { from, to } = state.selection;
      const { paragraph } = state.schema.nodes;
      if (paragraph) tr.setBlockType(from, to, paragraph);
      return true;
    })
    .run();
}
