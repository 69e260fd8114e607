/** What a use case about somebody's own notices is given. */
export type ToldPerson = { actor: { userId: string }; now: () => Date };
