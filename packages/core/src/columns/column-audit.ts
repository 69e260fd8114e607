/** How the trail names a column. */
export function columnSubject(id: string): { type: string; id: string } {
  return { type: "column", id };
}
