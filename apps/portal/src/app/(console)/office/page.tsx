import { notFound, redirect } from "next/navigation";
import { canInCollege } from "@zhibu/domain/tenancy/college-permissions";
import { officeNav, officeRoot } from "../../../features/shell/nav-items.ts";
import { signedInActor } from "../../../session.ts";

/** The first of the office's pages the person may see. */
export default async function OfficeHome(): Promise<never> {
  const actor = await signedInActor();
  const first = officeNav.find(({ needs }) => canInCollege(actor?.collegeRoles ?? [], needs));
  if (!first) notFound();
  redirect(officeRoot + first.path);
}
