/** An answer for programs; `null` is a 404 without a body. */
export function textAnswer(document: string | null, type = "text/plain"): Response {
  return new Response(document, {
    status: document === null ? 404 : 200,
    headers: { "content-type": `${type}; charset=utf-8` },
  });
}
