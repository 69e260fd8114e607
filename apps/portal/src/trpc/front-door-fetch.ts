import type { DescribedError } from "@zhibu/api/kernel/error-map";

type Words = Pick<DescribedError, "appCode" | "reason">;

/** What the server says before tRPC is reached, in the words of ours. */
const doorAnswers: Readonly<Record<string, Words>> = {
  bodyTooLarge: { appCode: "TOO_LARGE", reason: "bodyTooLarge" },
  foreignOrigin: { appCode: "FORBIDDEN", reason: "foreignOrigin" },
  starting: { appCode: "UNAVAILABLE", reason: "databaseAway" },
  unavailable: { appCode: "UNAVAILABLE", reason: "databaseAway" },
};

/** The code of the front door's `{"error":{"code":…}}`; `null` for an answer of tRPC's, which wraps its error in `json`. */
function doorCode(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("error" in body)) return null;
  const { error } = body;
  if (typeof error !== "object" || error === null || "json" in error || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

/** As tRPC passes it: a signal may be there and undefined. */
type Init = Omit<RequestInit, "signal"> & { signal?: AbortSignal | null | undefined };

/** `fetch` for the API client: an answer of the front door's becomes one that tRPC can read. */
export async function frontDoorFetch(input: RequestInfo | URL, init?: Init): Promise<Response> {
  const response = await fetch(input, { ...init, signal: init?.signal ?? null });
  if (response.ok) return response;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  const code = doorCode(body);
  if (code === null) return response;
  const words = doorAnswers[code] ?? { appCode: "INTERNAL", reason: "unexpected" };
  const data: DescribedError = { ...words, params: {}, fields: [] };
  return Response.json({ error: { json: { message: code, code: -32_603, data } } }, { status: response.status });
}
