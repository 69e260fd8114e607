import { handOver } from "@zhibu/core/articles/hand-over/hand-over";
import { previewHandOver } from "@zhibu/core/articles/hand-over/preview-hand-over";
import { appointPerson } from "@zhibu/core/tenancy/people/appoint-person";
import { disablePerson, enablePerson } from "@zhibu/core/tenancy/people/disable-person";
import { endTerm } from "@zhibu/core/tenancy/people/end-term";
import { getOfficePerson } from "@zhibu/core/tenancy/people/get-office-person";
import { countWaiting, inviteNext } from "@zhibu/core/tenancy/people/invite-next";
import { invitePerson, previewLoginName } from "@zhibu/core/tenancy/people/invite-person";
import { countOfficePeople, listOfficePeople } from "@zhibu/core/tenancy/people/list-office-people";
import { resetPassword } from "@zhibu/core/tenancy/people/reset-password";
import { updatePerson } from "@zhibu/core/tenancy/people/update-person";
import { resetSecondFactor } from "@zhibu/core/tenancy/second-factor/reset-second-factor";
import { handOverInput, previewHandOverInput } from "@zhibu/domain/tenancy/hand-over";
import {
  appointPersonInput,
  disablePersonInput,
  endTermInput,
  inviteNextInput,
  invitePersonInput,
  listOfficePeopleInput,
  personRefInput,
  suggestLoginNameInput,
  updatePersonInput,
} from "@zhibu/domain/tenancy/people-inputs";
import { officeProcedure, router } from "../kernel/trpc.ts";

const waitingInput = inviteNextInput.pick({ importId: true });

export const officePeopleRouter = router({
  list: officeProcedure.input(listOfficePeopleInput).query(({ ctx, input }) => listOfficePeople(ctx.office, input)),
  counts: officeProcedure.query(({ ctx }) => countOfficePeople(ctx.office)),
  get: officeProcedure.input(personRefInput).query(({ ctx, input }) => getOfficePerson(ctx.office, input)),
  suggestLoginName: officeProcedure
    .input(suggestLoginNameInput)
    .query(({ ctx, input }) => previewLoginName(ctx.office, input)),
  invite: officeProcedure.input(invitePersonInput).mutation(({ ctx, input }) => invitePerson(ctx.office, input)),
  update: officeProcedure.input(updatePersonInput).mutation(({ ctx, input }) => updatePerson(ctx.office, input)),
  appoint: officeProcedure.input(appointPersonInput).mutation(({ ctx, input }) => appointPerson(ctx.office, input)),
  endTerm: officeProcedure.input(endTermInput).mutation(({ ctx, input }) => endTerm(ctx.office, input)),
  resetPassword: officeProcedure.input(personRefInput).mutation(({ ctx, input }) => resetPassword(ctx.office, input)),
  resetSecondFactor: officeProcedure
    .input(personRefInput)
    .mutation(({ ctx, input }) => resetSecondFactor(ctx.office, input)),
  disable: officeProcedure.input(disablePersonInput).mutation(({ ctx, input }) => disablePerson(ctx.office, input)),
  enable: officeProcedure.input(personRefInput).mutation(({ ctx, input }) => enablePerson(ctx.office, input)),
  previewHandOver: officeProcedure
    .input(previewHandOverInput)
    .query(({ ctx, input }) => previewHandOver(ctx.office, input)),
  handOver: officeProcedure.input(handOverInput).mutation(({ ctx, input }) => handOver(ctx.office, input)),
  waiting: officeProcedure.input(waitingInput).query(({ ctx, input }) => countWaiting(ctx.office, input)),
  inviteNext: officeProcedure.input(inviteNextInput).mutation(({ ctx, input }) => inviteNext(ctx.office, input)),
});
