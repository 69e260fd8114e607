// Zod would try whether it may make functions of text; our policy forbids it, and browsers report the attempt.
// `z.config({ jitless: true })` says the same, at the price of five kilobytes on pages that don't use Zod.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
