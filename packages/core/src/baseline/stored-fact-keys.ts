/** Keys of the facts in a stored body, which was validated when it was saved: reading it whole again is the page's part. */
export function storedFactKeys(body: unknown): string[] {
  const keys = new Set<string>();
  collect(body, keys);
  return [...keys];
}

function collect(node: unknown, keys: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  if ("type" in node && node.type === "fact" && "attrs" in node) {
    const { attrs } = node;
    if (typeof attrs === "object" && attrs !== null && "key" in attrs && typeof attrs.key === "string")
      keys.add(attrs.key);
    return;
  }
  if ("content" in node && Array.isArray(node.content)) for (const child of node.content) collect(child, keys);
}
