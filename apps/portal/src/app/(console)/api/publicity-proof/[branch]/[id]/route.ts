import { getTranslations } from "next-intl/server";
import { makeProof } from "@zhibu/core/publicity/proof/make-proof";
import { AppError } from "@zhibu/domain/kernel/app-error";
import { shanghaiDay } from "@zhibu/domain/kernel/shanghai-time";
import { asDownload } from "@zhibu/domain/media/content-disposition";
import { provePublicityInput } from "@zhibu/domain/publicity/publicity-inputs";
import { answerFileRequest, enterBranchOf } from "../../../../../../features/media/file-route.ts";

type ProofRoute = { params: Promise<{ branch: string; id: string }> };

const types = { pdf: "application/pdf", zip: "application/zip" } as const;

/** What no file system takes in a name. */
const unfit = /[\\/:*?"<>|\p{Cc}]/gu;

/**
 * `GET /api/publicity-proof/{branch}/{list}?format=pdf|zip`: the proof pack of a list, made for this request; its making
 * is on record. A page of another site can't have one made in a person's name.
 */
export function GET(request: Request, { params }: ProofRoute): Promise<Response> {
  return answerFileRequest(request, async () => {
    if (!["same-origin", "none", null].includes(request.headers.get("sec-fetch-site")))
      throw new AppError("FORBIDDEN", "forbidden");
    const { branch, id } = await params;
    const ctx = await enterBranchOf(request, branch);
    const format = new URL(request.url).searchParams.get("format");
    const input = provePublicityInput.safeParse({ publicityId: id, format });
    if (!input.success) throw new AppError("INVALID", "invalidInput");
    const file = await makeProof(ctx, input.data);
    const t = await getTranslations("publicity-proof.panel");
    const name = t("fileName", { title: file.title.replaceAll(unfit, " "), day: shanghaiDay(file.madeAt) });
    // A file of bytes; the type of its buffer is of no matter to a response.
    return new Response(file.bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        "content-type": types[file.format],
        "content-disposition": asDownload(`${name}.${file.format}`),
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
