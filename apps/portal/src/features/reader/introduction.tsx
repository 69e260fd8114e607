/** A branch's own words above a text it was sent, told apart from it: one paragraph a line. */
export function Introduction({ branch, text }: { branch: string; text: string }) {
  if (text === "") return null;
  return (
    <aside className="introduction" aria-label={branch}>
      <p className="introduction-by">{branch}</p>
      {text.split("\n").map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </aside>
  );
}
