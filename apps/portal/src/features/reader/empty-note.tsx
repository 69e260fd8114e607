/** What stands where there is nothing yet: that it is so, and what comes next. */
export function EmptyNote({ title, next }: { title: string; next?: string }) {
  return (
    <div className="empty">
      <p>{title}</p>
      {next && <p>{next}</p>}
    </div>
  );
}
