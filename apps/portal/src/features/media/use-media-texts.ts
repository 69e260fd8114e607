"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useEffect } from "react";
import { useForm } from "react-hook-form";
import type { MediaItem } from "@zhibu/core/media/media-item";
import { type MediaTexts, mediaTextsSchema } from "@zhibu/domain/media/media-inputs";
import { useTypedSince } from "../../components/kept-form/use-typed-since.ts";
import { useTRPC } from "../../trpc/client.tsx";
import { useRefreshMedia } from "./media-query.ts";

/** The editable texts of an item; the name without its suffix, which stays. */
function textsOf({ name, ext, alt, source }: MediaItem): MediaTexts {
  return { name: name.slice(0, -ext.length - 1), alt, source };
}

/**
 * The form of an item's texts. Somebody else's change in between makes saving fail once: the list is loaded anew,
 * what is typed stays, and saving again replaces the other's words knowingly.
 */
export function useMediaTexts(branch: string, item: MediaItem, onSaved: (saved: MediaItem) => void) {
  const trpc = useTRPC();
  const refresh = useRefreshMedia();
  const form = useForm<MediaTexts>({ resolver: zodResolver(mediaTextsSchema), defaultValues: textsOf(item) });
  const { reset } = form;
  const { noteSent, takeSaved } = useTypedSince(form);
  useEffect(() => {
    reset(textsOf(item), { keepDirtyValues: true });
  }, [item, reset]);

  const update = useMutation(
    trpc.media.update.mutationOptions({
      onSuccess: ({ version }, { name, alt, source }) => {
        const saved = { ...item, version, alt, source, name: `${name}.${item.ext}` };
        takeSaved(textsOf(saved));
        onSaved(saved);
      },
      onSettled: refresh,
    }),
  );
  return {
    form,
    update,
    submit: form.handleSubmit((texts) => {
      noteSent();
      update.mutate({ branch, mediaId: item.id, version: item.version, ...texts });
    }),
  };
}
