import { sealSecret } from "@zhibu/core/kernel/secret-box";
import { newReceipt, receiptHash } from "@zhibu/core/publicity/receipt";
import { objectionPlace } from "@zhibu/core/publicity/receive-objection";
import type { Prisma } from "@zhibu/db/generated/client";
import { newId } from "@zhibu/db/new-id";
import { isOpenObjection, nextObjectionState, type ObjectionState } from "@zhibu/domain/publicity/objection-states";
import type { DemoObjection, Moment, ObjectionStep } from "../demo/demo-list.ts";
import type { Deed } from "./history-rows.ts";
import type { ListPlace } from "./publicity-rows.ts";

export type ObjectionRows = {
  objection: Prisma.ObjectionCreateManyInput;
  events: Prisma.ObjectionEventCreateManyInput[];
  deeds: Deed[];
};

type Handled = ObjectionRows & { state: ObjectionState };

/** As `handleObjection` does, by whoever is the secretary: opened before the first step, then handled and recorded. */
function handle(
  { objection, events, deeds, state }: Handled,
  step: ObjectionStep,
  place: ListPlace,
  at: Date,
): Handled {
  const to = nextObjectionState(state, step.action);
  const by = place.person("secretary", at);
  const subject = { type: "objection", id: objection.id } as const;
  const sealedAt = objectionPlace(objection.id);
  const event = {
    ...{ tenantId: place.tenantId, id: newId(), objectionId: objection.id, action: step.action },
    ...{ record: sealSecret(step.record, sealedAt), actorId: by.userId, actorName: by.name, at },
  };
  const decided = isOpenObjection(to) ? {} : { decidedAt: at };
  const answered = step.answer === undefined ? {} : { answer: sealSecret(step.answer, sealedAt) };
  const changes = { from: state, to };
  return {
    objection: { ...objection, ...decided, ...answered, state: to, version: (objection.version ?? 0) + 1 },
    events: [...events, event],
    deeds: [
      ...deeds,
      { action: "objection.read", by, at, subject, changes: {} },
      { action: `objection.${step.action}`, by, at, subject, changes },
    ],
    state: to,
  };
}

/** A reader's objection and its handling, sealed as the real ones are; its receipt is nobody's. */
export function objectionRows(
  demo: DemoObjection,
  place: ListPlace,
  instantOf: (moment: Moment) => Date,
): ObjectionRows {
  const { text, name, contact } = demo;
  const id = newId();
  const received: Handled = {
    objection: {
      ...{ tenantId: place.tenantId, id, listId: place.listId, receiptHash: receiptHash(newReceipt()) },
      ...{ named: name !== "", sealed: sealSecret(JSON.stringify({ text, name, contact }), objectionPlace(id)) },
      receivedAt: instantOf(demo),
      // Whom it waits for is told by the clock, once; what was handled needs no telling.
      toldAt: demo.steps.length === 0 ? null : instantOf(demo),
    },
    ...{ events: [], deeds: [], state: "received" },
  };
  const { state: _state, ...rows } = demo.steps.reduce(
    (before, step) => handle(before, step, place, instantOf(step)),
    received,
  );
  return rows;
}
