import { useTranslations } from "next-intl";
import type { PortalBranch } from "@zhibu/core/articles/published/list-branches";
import type { ReaderCollege } from "@zhibu/core/tenancy/reader-site";
import { BranchGrid } from "./branch-grid.tsx";
import { Breadcrumb } from "./breadcrumb.tsx";
import { EmptyNote } from "./empty-note.tsx";
import { PortalFrame } from "./portal-frame.tsx";
import { SectionBlock } from "./section-block.tsx";

const kinds = ["general", "direct"] as const;

/** Every open branch of the college, by kind. */
export function PortalBranchesPage({
  college,
  branches,
}: {
  college: ReaderCollege;
  branches: readonly PortalBranch[];
}) {
  const t = useTranslations("reader.portal");
  return (
    <PortalFrame college={college} current="branches">
      <Breadcrumb trail={[{ href: "/branches", label: t("branches") }]} />
      <div className="column-head">
        <h1>{t("branches")}</h1>
        <p>{t("branchesIntro", { college: college.name, total: branches.length })}</p>
      </div>
      {branches.length === 0 && <EmptyNote title={t("noBranches")} />}
      {kinds.map((kind) => {
        const some = branches.filter((branch) => branch.kind === kind);
        return (
          some.length > 0 && (
            <SectionBlock key={kind} title={t(kind)}>
              <BranchGrid branches={some} intro />
            </SectionBlock>
          )
        );
      })}
    </PortalFrame>
  );
}
