import { z } from "zod";

/** What a fact is called in bodies: lower-case words with hyphens. It never changes, whatever the fact's name becomes. */
export const factKeyPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

export const factKeyCharsMax = 40;

export const factKeySchema = z.string().max(factKeyCharsMax).regex(factKeyPattern);
