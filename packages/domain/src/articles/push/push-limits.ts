/** More branches than any college has. */
export const targetsMax = 2_000;
export const noteCharsMax = 500;
export const introductionCharsMax = 500;
/** Branches one check of what readers see looks at. */
export const checkedAtOnceMax = 50;
