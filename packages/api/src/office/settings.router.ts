import { getCollegeSettings } from "@zhibu/core/tenancy/get-college-settings";
import { switchTotp } from "@zhibu/core/tenancy/switch-totp";
import { updateCollege } from "@zhibu/core/tenancy/update-college";
import { switchTotpInput, updateCollegeInput } from "@zhibu/domain/tenancy/college-inputs";
import { officeProcedure, router } from "../kernel/trpc.ts";

/** What the office sets for the whole college. */
export const officeSettingsRouter = router({
  get: officeProcedure.query(({ ctx }) => getCollegeSettings(ctx.office)),
  updateCollege: officeProcedure
    .input(updateCollegeInput)
    .mutation(({ ctx, input }) => updateCollege(ctx.office, input)),
  switchTotp: officeProcedure.input(switchTotpInput).mutation(({ ctx, input }) => switchTotp(ctx.office, input)),
});
