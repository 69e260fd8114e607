"use client";

import { Button, Modal } from "antd";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MediaItem } from "@zhibu/core/media/media-item";
import type { MediaKind } from "@zhibu/domain/media/file-formats";
import { SearchBox } from "../../components/search-box.tsx";
import { MediaLibrary } from "./media-library.tsx";
import { useRefreshMedia } from "./media-query.ts";
import { MediaTextsForm } from "./media-texts-form.tsx";
import { UploadArea } from "./upload-area.tsx";

type MediaPickerProps = {
  branch: string;
  open: boolean;
  kind: MediaKind;
  multiple?: boolean;
  /** The chosen items in the order they were chosen, with the texts they have now. */
  onPick: (items: readonly MediaItem[]) => void;
  onClose: () => void;
};

/** A dialog to choose from the branch's library or upload into it on the spot; what was uploaded is chosen at once. */
export function MediaPicker(props: MediaPickerProps) {
  const t = useTranslations("media.picker");
  const { kind, multiple = false, open, onClose } = props;
  return (
    <Modal
      open={open}
      onCancel={onClose}
      footer={null}
      width={960}
      style={{ top: 32 }}
      title={kind === "picture" ? t(multiple ? "pictures" : "picture") : t(multiple ? "attachments" : "attachment")}
      destroyOnHidden
    >
      <Picker {...props} multiple={multiple} />
    </Modal>
  );
}

function Picker({ branch, kind, multiple, onPick, onClose }: MediaPickerProps & { multiple: boolean }) {
  const t = useTranslations();
  const refresh = useRefreshMedia();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<readonly MediaItem[]>([]);
  const [only] = chosen;

  function add(item: MediaItem): void {
    setChosen((before) => (multiple ? [...before.filter((each) => each.id !== item.id), item] : [item]));
  }
  function toggle(item: MediaItem): void {
    if (chosen.some((each) => each.id === item.id)) setChosen(chosen.filter((each) => each.id !== item.id));
    else add(item);
  }

  return (
    <>
      <UploadArea
        branch={branch}
        kind={kind}
        onUploaded={(item) => {
          refresh();
          add(item);
        }}
      />
      <div className={kind === "picture" ? "grid gap-x-5 gap-y-3 md:grid-cols-[1fr_18rem]" : ""}>
        <div className="min-w-0">
          <SearchBox label={t("media.search")} value={search} onChange={setSearch} />
          <div className="mt-3 -mx-1 max-h-[46vh] overflow-y-auto p-1" tabIndex={-1}>
            <MediaLibrary
              branch={branch}
              filter={{ kind, search }}
              selected={new Set(chosen.map((item) => item.id))}
              onItem={toggle}
              canUpload
              onClearSearch={() => setSearch("")}
            />
          </div>
        </div>
        {kind === "picture" && <ChosenTexts branch={branch} chosen={chosen} onSaved={(saved) => setChosen([saved])} />}
      </div>
      {/* Reachable without scrolling, however long the dialog is. */}
      <div className="sticky bottom-0 z-10 mt-4 -mb-5 flex flex-wrap items-center justify-end gap-3 border-t border-line bg-surface py-3">
        <output className="mr-auto min-w-0 truncate text-ink-soft">
          {only ? t("media.picker.selected", { name: only.name, count: chosen.length }) : t("media.picker.none")}
        </output>
        <Button onClick={onClose}>{t("common.cancel")}</Button>
        <Button type="primary" disabled={chosen.length === 0} onClick={() => onPick(chosen)}>
          {chosen.length > 1 ? t("media.picker.useCount", { count: chosen.length }) : t("media.picker.use")}
        </Button>
      </div>
    </>
  );
}

type ChosenTextsProps = { branch: string; chosen: readonly MediaItem[]; onSaved: (saved: MediaItem) => void };

/** The texts of the one chosen picture, where a picture without them is best given some. */
function ChosenTexts({ branch, chosen, onSaved }: ChosenTextsProps) {
  const t = useTranslations("media.picker");
  const [only, second] = chosen;
  if (!only || second || !only.can.edit) return <p className="text-ink-soft max-md:hidden">{t("textsHint")}</p>;
  return <MediaTextsForm key={only.id} branch={branch} item={only} onSaved={onSaved} />;
}
