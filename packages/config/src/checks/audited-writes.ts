import path from "node:path";

type SourceText = { readonly file: string; readonly source: string };

/** One top-level declaration with everything it names that is declared in the same folder tree. */
type Declaration = { readonly text: string; readonly uses: readonly string[] };

const opening = /\bwith(?:Tenant|Office|OfficeIn)(?:<[^>]*>)?\(/;
const writing =
  /\.(?:create|createMany|createManyAndReturn|update|updateMany|updateManyAndReturn|upsert|delete|deleteMany)\(\s*\{|\.delete(?:Many)?\(\)|\$executeRaw|\bupdateGuarded(?:<[^>]*>)?\(|\bINSERT INTO\b|\bUPDATE \w+ (?:\w+ )?SET\b|\bDELETE FROM\b/;
const recording = /\b(?:audit|auditOffice|auditOfficeIn|auditCollege|appendAudits?)\(/;

/**
 * Functions that open a transaction in which something is written, by themselves or by what they call, and nothing goes
 * on record: as `file#function`. Files are relative to the folder all of them lie in; names are taken for calls, so a
 * function counts as recording what one of its branches records.
 */
export function unrecordedWrites(sources: readonly SourceText[]): string[] {
  const declarations = new Map(sources.flatMap(({ file, source }) => declarationsIn(file, source)));
  const reached = (start: string): Declaration[] => {
    const seen = new Set<string>([start]);
    for (const id of seen) for (const used of declarations.get(id)?.uses ?? []) seen.add(used);
    return [...seen].flatMap((id) => declarations.get(id) ?? []);
  };
  return [...declarations]
    .filter(([, { text }]) => opening.test(text))
    .filter(([id]) => {
      const all = reached(id);
      return all.some(({ text }) => writing.test(text)) && !all.some(({ text }) => recording.test(text));
    })
    .map(([id]) => id)
    .toSorted();
}

/** Formatted sources begin each top-level declaration, and nothing else, at the left edge. */
function declarationsIn(file: string, source: string): [string, Declaration][] {
  const chunks = source.split(/^(?=(?:export )?(?:async )?(?:function\*? |const |let |type |class |import ))/m);
  const names = chunks.map((chunk) => /^(?:export )?(?:async )?(?:function\*?|const|let|class) (\w+)/.exec(chunk)?.[1]);
  const known = new Map(names.flatMap((name) => (name === undefined ? [] : [[name, `${file}#${name}`] as const])));
  for (const [, list = "", target = ""] of source.matchAll(/^import \{([^}]*)\} from "(\.[^"]+)";/gm)) {
    const imported = path.posix.join(path.posix.dirname(file), target);
    for (const [, name = "", alias = name] of list.matchAll(/(?<!type )\b(\w+)(?: as (\w+))?/g))
      known.set(alias, `${imported}#${name}`);
  }
  return chunks.flatMap((text, index) => {
    const name = names[index];
    if (name === undefined) return [];
    const words = new Set(text.match(/\b\w+\b/g));
    words.delete(name);
    return [[`${file}#${name}`, { text, uses: [...words].flatMap((word) => known.get(word) ?? []) }]];
  });
}
