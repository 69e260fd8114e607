import { listCalendarYears } from "@zhibu/core/publicity/list-calendar-years";
import { listTemplates } from "@zhibu/core/publicity/list-templates";
import { archiveTemplate, saveTemplate } from "@zhibu/core/publicity/save-template";
import { setCalendarYear } from "@zhibu/core/publicity/set-calendar-year";
import {
  archiveTemplateInput,
  saveTemplateInput,
  setCalendarYearInput,
} from "@zhibu/domain/publicity/publicity-inputs";
import { officeProcedure, router } from "../kernel/trpc.ts";

/** What the office orders for publicity lists: templates and the working calendar. */
export const officePublicityRouter = router({
  templates: officeProcedure.query(({ ctx }) => listTemplates(ctx.office)),
  saveTemplate: officeProcedure.input(saveTemplateInput).mutation(({ ctx, input }) => saveTemplate(ctx.office, input)),
  archiveTemplate: officeProcedure
    .input(archiveTemplateInput)
    .mutation(({ ctx, input }) => archiveTemplate(ctx.office, input)),
  calendar: officeProcedure.query(({ ctx }) => listCalendarYears(ctx.office)),
  setCalendarYear: officeProcedure
    .input(setCalendarYearInput)
    .mutation(({ ctx, input }) => setCalendarYear(ctx.office, input)),
});
