/** A branch's tree stays something a menu can show. */
export const columnsMax = 60;
export const columnNameChars = { min: 2, max: 20 } as const;
export const columnSlugChars = { min: 2, max: 32 } as const;
