import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { collegeAbilitiesOf } from "@zhibu/domain/tenancy/college-permissions";
import { mayOpenOfficePage } from "../../../features/shell/nav-items.ts";
import { requestedPath } from "../../../request-headers.ts";
import { signedInActor } from "../../../session.ts";

/**
 * Without a role in the college there is nothing here, and behind a menu item somebody does not have there is nothing
 * for them. What each page may show is decided by each of its calls all the same.
 */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const actor = await signedInActor();
  if (!actor || actor.collegeRoles.length === 0) notFound();
  const path = (await requestedPath()) ?? "";
  if (!mayOpenOfficePage(path, collegeAbilitiesOf(actor.collegeRoles))) notFound();
  return children;
}
