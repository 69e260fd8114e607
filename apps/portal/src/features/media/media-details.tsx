"use client";

import { DeleteOutlined, DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { App, Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import dynamic from "next/dynamic";
import type { MediaItem } from "@zhibu/core/media/media-item";
import { mediaPreviewPath, widthFileName } from "@zhibu/domain/media/media-file";
import { Notice } from "@zhibu/ui/notice";
import { useTRPC } from "../../trpc/client.tsx";
import { useErrorText } from "../../trpc/use-error-text.ts";
import { MediaFacts } from "./media-facts.tsx";
import { useRefreshMedia } from "./media-query.ts";

/** The form and its rules come when an item is opened. */
const MediaTextsForm = dynamic(() => import("./media-texts-form.tsx").then((file) => file.MediaTextsForm));

type MediaDetailsProps = { branch: string; item: MediaItem | null; onClose: () => void };

/** One item of the library over the page: what it is, its texts, where it is used, and deletion while it isn't. */
export function MediaDetails({ branch, item, onClose }: MediaDetailsProps) {
  const t = useTranslations("media.details");
  return (
    <Modal
      open={item !== null}
      onCancel={onClose}
      footer={null}
      width={880}
      title={t(item?.kind === "attachment" ? "attachmentTitle" : "title")}
      destroyOnHidden
    >
      {item && <Details key={item.id} branch={branch} item={item} onClose={onClose} />}
    </Modal>
  );
}

function Details({ branch, item, onClose }: { branch: string; item: MediaItem; onClose: () => void }) {
  const t = useTranslations("media.details");
  const isLive = item.uses.some((use) => use.isLive);
  return (
    <div className={item.can.edit ? "grid gap-5 md:grid-cols-[1fr_20rem]" : ""}>
      <div className="min-w-0">
        <Preview branch={branch} item={item} />
        <MediaFacts branch={branch} item={item} />
      </div>
      <div className="min-w-0">
        {item.can.edit && isLive && (
          <div className="mb-4">
            <Notice tone="info">{t("liveHint")}</Notice>
          </div>
        )}
        {item.can.edit ? (
          <MediaTextsForm branch={branch} item={item} onSaved={() => undefined} />
        ) : (
          <p className="mt-3 text-ink-soft">{t("readOnly")}</p>
        )}
      </div>
      {item.can.delete && (
        <div>
          <DeleteButton branch={branch} item={item} onDeleted={onClose} />
        </div>
      )}
    </div>
  );
}

const previewWidth = 960;

function Preview({ branch, item }: { branch: string; item: MediaItem }) {
  const t = useTranslations("media.details");
  if (item.kind === "attachment") {
    return (
      <p className="mb-4 flex flex-wrap items-center gap-3">
        <span className="font-medium break-all">{item.name}</span>
        <Button download icon={<DownloadOutlined aria-hidden />} href={mediaPreviewPath(branch, item.id, "original")}>
          {t("download")}
        </Button>
      </p>
    );
  }
  return (
    <img
      src={mediaPreviewPath(branch, item.id, widthFileName(previewWidth))}
      alt={item.alt}
      width={item.width ?? previewWidth}
      height={item.height ?? previewWidth}
      className="mb-4 max-h-[26rem] w-full rounded-md bg-neutral-soft object-contain"
    />
  );
}

function DeleteButton({ branch, item, onDeleted }: { branch: string; item: MediaItem; onDeleted: () => void }) {
  const t = useTranslations();
  const errorText = useErrorText();
  const { modal, message } = App.useApp();
  const refresh = useRefreshMedia();
  const remove = useMutation(
    useTRPC().media.delete.mutationOptions({
      onSuccess: () => {
        void message.success(t("media.details.deleted"));
        onDeleted();
      },
      onError: (error) => void message.error(errorText(error)),
      onSettled: refresh,
    }),
  );
  function ask(): void {
    void modal.confirm({
      title: t("media.details.deleteTitle", { name: item.name }),
      content: t("media.details.deleteHint"),
      okText: t("media.details.delete"),
      okButtonProps: { danger: true },
      cancelText: t("common.cancel"),
      onOk: () => remove.mutate({ branch, mediaId: item.id, version: item.version }),
    });
  }
  return (
    <Button danger icon={<DeleteOutlined aria-hidden />} onClick={ask} loading={remove.isPending}>
      {t("media.details.delete")}
    </Button>
  );
}
