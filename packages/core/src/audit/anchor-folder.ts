/** The server and Next's bundle hold two copies of this module; the folder is one per process all the same. */
const slot = Symbol.for("zhibu.anchorFolder");
type Holder = { [slot]?: string };

/** Names a folder outside the data, absolute, that every anchor is also written to; called once at start. */
export function setAnchorFolder(folder: string | undefined): void {
  const holder = globalThis as Holder; // A symbol of ours on the global object.
  if (folder === undefined) delete holder[slot];
  else holder[slot] = folder;
}

export function anchorFolder(): string | undefined {
  return (globalThis as Holder)[slot]; // A symbol of ours on the global object.
}
