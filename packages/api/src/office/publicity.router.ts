import { getCalendarYear } from "@zhibu/core/publicity/get-calendar-year";
import { getTemplate } from "@zhibu/core/publicity/get-template";
import { listCalendarYears } from "@zhibu/core/publicity/list-calendar-years";
import { listOfficePublicity } from "@zhibu/core/publicity/list-office-publicity";
import { listTemplates } from "@zhibu/core/publicity/list-templates";
import { previewCalendarYear } from "@zhibu/core/publicity/preview-calendar-year";
import { archiveTemplate, saveTemplate } from "@zhibu/core/publicity/save-template";
import { setCalendarYear } from "@zhibu/core/publicity/set-calendar-year";
import {
  archiveTemplateInput,
  calendarYearInput,
  previewCalendarYearInput,
  saveTemplateInput,
  setCalendarYearInput,
  templateRefInput,
} from "@zhibu/domain/publicity/publicity-inputs";
import { listOfficePublicityInput } from "@zhibu/domain/publicity/publicity-overview";
import { officeProcedure, router } from "../kernel/trpc.ts";

/** What the office orders for publicity lists: templates and the working calendar; and how all lists stand. */
export const officePublicityRouter = router({
  list: officeProcedure
    .input(listOfficePublicityInput)
    .query(({ ctx, input }) => listOfficePublicity(ctx.office, input)),
  templates: officeProcedure.query(({ ctx }) => listTemplates(ctx.office)),
  template: officeProcedure.input(templateRefInput).query(({ ctx, input }) => getTemplate(ctx.office, input)),
  saveTemplate: officeProcedure.input(saveTemplateInput).mutation(({ ctx, input }) => saveTemplate(ctx.office, input)),
  archiveTemplate: officeProcedure
    .input(archiveTemplateInput)
    .mutation(({ ctx, input }) => archiveTemplate(ctx.office, input)),
  calendar: officeProcedure.query(({ ctx }) => listCalendarYears(ctx.office)),
  calendarYear: officeProcedure.input(calendarYearInput).query(({ ctx, input }) => getCalendarYear(ctx.office, input)),
  previewCalendarYear: officeProcedure
    .input(previewCalendarYearInput)
    .query(({ ctx, input }) => previewCalendarYear(ctx.office, input)),
  setCalendarYear: officeProcedure
    .input(setCalendarYearInput)
    .mutation(({ ctx, input }) => setCalendarYear(ctx.office, input)),
});
