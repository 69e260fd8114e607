import { withOffice } from "@zhibu/db/scope";
import { assertCanInCollege } from "@zhibu/domain/tenancy/college-permissions";
import type { InvitePersonInput, PostFields, SuggestLoginNameInput } from "@zhibu/domain/tenancy/people-inputs";
import { auditOffice } from "../../audit/audit-college.ts";
import type { OfficeContext } from "../../kernel/context.ts";
import { createPerson } from "../create-person.ts";
import { suggestLoginName } from "../suggest-login-name.ts";
import { takeUpPost } from "./appoint-person.ts";
import { sendLink } from "./send-link.ts";

/** Adds a person with their roles and a one-time link to choose a password: all of it, or nothing. */
export async function invitePerson(ctx: OfficeContext, input: InvitePersonInput) {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  const { displayName, posts } = input;
  const email = input.email === "" ? null : input.email.toLowerCase();
  return withOffice(async (tx) => {
    const { userId, loginName } = await createPerson(tx, {
      displayName,
      loginName: input.loginName === "" ? undefined : input.loginName,
      email: email ?? undefined,
    });
    for (const post of inChainOrder(posts)) await takeUpPost(tx, ctx, userId, post);
    await auditOffice(tx, ctx, "person.invite", { type: "user", id: userId }, { loginName, displayName });
    return { userId, link: await sendLink(tx, ctx, { userId, displayName, loginName, email }, "invite") };
  });
}

/** Trails are locked branch by branch in one order and the college's last, so that two invitations never wait in a ring. */
function inChainOrder(posts: readonly PostFields[]): PostFields[] {
  const rank = ({ place }: PostFields) => ("branchSlug" in place ? `0${place.branchSlug}` : "1");
  return posts.toSorted((a, b) => (rank(a) < rank(b) ? -1 : Number(rank(a) > rank(b))));
}

/** The login name a new person of this name would be given now. */
export async function previewLoginName(ctx: OfficeContext, { displayName }: SuggestLoginNameInput) {
  assertCanInCollege(ctx.actor.roles, "person:manage");
  return { loginName: displayName === "" ? "" : await withOffice((tx) => suggestLoginName(tx, displayName)) };
}
