import path from "node:path";
import { describe, expect, test } from "vitest";
import { flattenMessages, leadsToMessage, messageUses, stringLiterals } from "./message-keys.ts";
import { filesOf, readText } from "./repository.ts";

/** One file is one namespace: messages/zh-CN/inbox.json holds `inbox.*`. */
const messageFiles = filesOf("apps/portal/messages/zh-CN/*.json");
const keys = messageFiles.flatMap((file) => {
  const tree: unknown = JSON.parse(readText(file));
  return flattenMessages(tree, path.basename(file, ".json"));
});

const sources = filesOf("{packages,apps}/*/{src,server}/**/*.{ts,tsx}")
  .filter((file) => !/\.test\.tsx?$|\/testing\/|^packages\/config\//.test(file))
  .map((file) => ({ file, source: readText(file) }));
const uses = sources.flatMap(({ file, source }) => messageUses(file, source));

describe("the message files", () => {
  test("hold every message the code asks for", () => {
    const missing = uses.filter(({ key, certain }) => certain && !leadsToMessage(key, keys));
    expect(missing.map(({ key, file }) => `${key} in ${file}`)).toEqual([]);
  });

  test("hold no message that nothing asks for", () => {
    const literals = new Set(sources.flatMap(({ source }) => stringLiterals(source)));
    const asked = uses.map(({ key }) => key);
    const unused = keys.filter((key) => {
      const inNamespace = key.slice(key.indexOf(".") + 1);
      return !literals.has(key) && !literals.has(inNamespace) && !asked.some((use) => leadsToMessage(use, [key]));
    });
    expect(unused).toEqual([]);
  });

  test.for(messageFiles)("%s holds no empty message", (file) => {
    const empty = /:\s*""/;
    expect(readText(file)).not.toMatch(empty);
  });
});

describe("finding the keys", () => {
  test("through the nearest declaration above", () => {
    const source = `
      const t = useTranslations("inbox");
      t("title"); t.rich("hint", {}); post("x"); other.t("no");
      const u = await getTranslations({ locale, namespace: "columns" });
      u(\`state.\${state}\`);
      function second() { const t = useTranslations("media"); return t("title"); }
      function third() { const t = useTranslations(); return t(many ? "media.many" : "media.one", { n }); }
      function fourth() { const t = useTranslations("media.state"); return t(state); }
      throw new AppError("CONFLICT", "staleVersion");
    `;
    const found = messageUses("f.ts", source);
    const keysWhere = (certain: boolean) =>
      found
        .filter((use) => use.certain === certain)
        .map(({ key }) => key)
        .toSorted();
    const certain = ["columns.state.*", "errors.staleVersion", "inbox.hint", "inbox.title", "media.title"];
    expect(keysWhere(true)).toEqual(certain);
    expect(keysWhere(false)).toEqual(["media.many", "media.one", "media.state.*"]);
  });

  test("a pattern leads to a key, a branch to its leaves", () => {
    const known = flattenMessages({ state: { draft: "草稿" } }, "articles");
    expect(leadsToMessage("articles.state.*", known)).toBe(true);
    expect(leadsToMessage("articles.state", known)).toBe(true);
    expect(leadsToMessage("articles.stat", known)).toBe(false);
  });
});
