"use client";

import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { PageHeader } from "@zhibu/ui/page-header";
import { BackLink } from "./template-screen.tsx";

const TemplateForm = dynamic(() => import("./template-form.tsx").then((file) => file.TemplateForm), { ssr: false });

/** A type of list that does not exist yet. */
export function NewTemplateScreen() {
  const t = useTranslations("office-publicity.template");
  const router = useRouter();
  return (
    <>
      <BackLink />
      <PageHeader title={t("new")} description={t("newLead")} />
      <TemplateForm template={null} onMade={(id) => router.replace(`/office/publicity/templates/${id}`)} />
    </>
  );
}
