import { useTranslations } from "next-intl";
import type { PortalHome } from "@zhibu/core/articles/published/portal-home";
import { columnModules } from "@zhibu/domain/columns/module-names";
import { articlePath, experiencePath, modulePath, portalPicturePath, siteOrigin } from "./addresses.ts";
import { BranchGrid } from "./branch-grid.tsx";
import { Carousel } from "./carousel.tsx";
import { EmptyNote } from "./empty-note.tsx";
import { FeaturedList } from "./featured-list.tsx";
import { PortalFrame } from "./portal-frame.tsx";
import { PortalList } from "./portal-list.tsx";
import { PortalPublicityRows } from "./publicity/portal-publicity-rows.tsx";
import { SectionBlock } from "./section-block.tsx";

const itemsPerModule = 7;

/** The college's front page: pictures and the newest of all branches, their modules, and the branches themselves. */
export function PortalHomePage({ home }: { home: PortalHome }) {
  const t = useTranslations("reader");
  const { college, branches, branchTotal, pictures, latest, byModule, featured, publicity } = home;
  const slides = pictures.map(({ no, title, branch, cover }) => ({
    key: `${branch.slug}/${no}`,
    href: siteOrigin(branch) + articlePath(no),
    title,
    cover,
    pictureUrl: (width: number) => portalPicturePath(branch.slug, cover.mediaId, width),
  }));
  const filled = columnModules.filter((module) => module !== "special" || byModule.has(module));
  return (
    <PortalFrame college={college} current="home">
      <h1 className="unseen">{t("portalName", { college: college.name })}</h1>
      <div className="lead">
        {slides.length > 0 && <Carousel slides={slides} label={t("portal.pictures")} />}
        <SectionBlock title={t("portal.latest")}>
          {latest.length > 0 ? <PortalList items={latest} /> : <EmptyNote title={t("portal.empty")} />}
        </SectionBlock>
      </div>
      <div className="modules">
        {filled.map((module) => (
          <SectionBlock key={module} title={t(`modules.${module}`)} href={modulePath(module)}>
            {byModule.has(module) ? (
              <PortalList items={(byModule.get(module) ?? []).slice(0, itemsPerModule)} />
            ) : (
              <EmptyNote title={t("portal.emptyModule")} />
            )}
          </SectionBlock>
        ))}
      </div>
      {publicity.length > 0 && (
        <SectionBlock title={t("publicity.block")}>
          <PortalPublicityRows items={publicity} />
        </SectionBlock>
      )}
      {featured.length > 0 && (
        <SectionBlock title={t("experience.title")} href={experiencePath()} className="experience">
          <FeaturedList items={featured} />
        </SectionBlock>
      )}
      <SectionBlock title={t("portal.branches")} href="/branches">
        {branches.length > 0 ? <BranchGrid branches={branches} /> : <EmptyNote title={t("portal.noBranches")} />}
        {branchTotal > branches.length && (
          <p className="branches-all">
            <a href="/branches">{t("portal.branchesAll", { total: branchTotal })}</a>
          </p>
        )}
      </SectionBlock>
    </PortalFrame>
  );
}
