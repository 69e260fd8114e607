import type { UnreadReason } from "@zhibu/domain/checks/files/file-reading";

/** A file, or the rest of it, can't be read, for this reason; what was found before still counts. */
export class Unreadable extends Error {
  readonly reason: UnreadReason;

  constructor(reason: UnreadReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
