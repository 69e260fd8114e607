import type { Actor } from "@zhibu/domain/tenancy/actor";

/** What a use case about the signed-in person themself is given; it enters no branch. */
export type PersonContext = { actor: Actor; now: () => Date };
