/** The first stop of the Tab key: leads past the menus to the page itself. */
export function SkipLink({ target, children }: { target: string; children: string }) {
  return (
    <a
      href={`#${target}`}
      className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-brand px-4 py-2 text-white focus:translate-y-0"
    >
      {children}
    </a>
  );
}
