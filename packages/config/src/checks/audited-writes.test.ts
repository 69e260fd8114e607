import { describe, expect, test } from "vitest";
import { unrecordedWrites } from "./audited-writes.ts";
import { filesOf, readText } from "./repository.ts";

const core = "packages/core/src/";

const sources = filesOf(`${core}**/*.ts`)
  .filter((file) => !/\.test\.ts$|\/testing\//.test(file))
  .map((file) => ({ file: file.slice(core.length), source: readText(file) }));

/** What is written and goes on no record, and why; whoever adds a line answers for it. */
const notOnRecord: Readonly<Record<string, string>> = {
  "articles/touch-presence.ts#touchPresence": "who has an editor open now; means nothing a minute later",
  "articles/touch-presence.ts#leavePresence": "the same",
  "articles/corrections/refresh-fact-texts.ts#refreshFactTexts": "text derived from a fact whose change is on record",
  "articles/corrections/run-scan.ts#runScan": "what a search found; what is sent on because of it is on record",
  "articles/corrections/run-scan.ts#scanBranch": "the same",
  "baseline/apply-due-facts.ts#applyDueFacts": "a value's day has come; its registration is on record",
  "baseline/apply-due-facts.ts#applyFact": "the same",
  "media/reading/read-attachments.ts#readBatch": "what a file was found to hold; its upload is on record",
  "articles/push/push-jobs.ts#tellOfRecall": "notices of a recall that is on record",
  "publicity/tell-of-objections.ts#tellOfObjections": "notices of what is on record",
  "publicity/remind-of-publicity.ts#remindOfList": "notices of what is on record",
  "publicity/probe/probe-publicity.ts#noteProbes": "a record of its own, once a minute",
  "tenancy/people/warn-of-ending-terms.ts#warnOfEndingTerms": "notices of what is on record",
  "notifications/make-mails.ts#mailEach": "mails made of notices",
  "notifications/make-mails.ts#mailDigest": "mails made of notices",
  "notifications/deliver-mails.ts#claimOne": "how far a mail is",
  "notifications/deliver-mails.ts#giveUpLostClaims": "how far a mail is",
  "notifications/deliver-mails.ts#settle": "how far a mail is",
  "notifications/mark-read.ts#markRead": "what a person has read of their own notices",
  "notifications/mark-read.ts#markAllRead": "the same",
  "notifications/mark-read.ts#markVisited": "the same",
  "tenancy/branches/saved-views.ts#saveView": "a person's own view of a list",
  "tenancy/branches/saved-views.ts#deleteSavedView": "the same",
  "tenancy/people-import/preview-people-import.ts#previewPeopleImport":
    "a file read for its preview; its confirmation is on record",
  "tenancy/second-factor/check-second-factor.ts#checkSecondFactor": "a code used up by signing in",
  "tenancy/second-factor/set-up-totp.ts#startTotp": "a secret nobody has confirmed; its confirmation is on record",
};

describe("every write is in the audit trail", () => {
  const unrecorded = unrecordedWrites(sources);

  test("or is known not to be", () => {
    expect(unrecorded.filter((id) => !(id in notOnRecord))).toEqual([]);
  });

  test("no exception outlives what it was made for", () => {
    expect(Object.keys(notOnRecord).filter((id) => !unrecorded.includes(id))).toEqual([]);
  });
});

describe("finding them", () => {
  const rows = `export function writeRow(tx) {\n  return tx.article.create({ data });\n}\n`;
  const trail = `export function tell(tx) {\n  return audit(tx, ctx, "article.create");\n}\n`;
  const verb = (body: string, imports = "") =>
    unrecordedWrites([
      { file: "articles/rows.ts", source: rows },
      { file: "articles/trail.ts", source: trail },
      { file: "articles/verb.ts", source: `${imports}\nexport async function verb(ctx) {\n${body}\n}\n` },
    ]);

  test.each([
    ["a write of its own", `  return withTenant(id, (tx) => tx.article.update({ data }));`, ""],
    ["one by a helper", `  return withOffice((tx) => writeRow(tx));`, `import { writeRow } from "./rows.ts";`],
    ["one by a helper under another name", `  return withOffice(put);`, `import { writeRow as put } from "./rows.ts";`],
    ["raw SQL", "  return withOfficeIn(id, (tx) => tx.$queryRaw`UPDATE article a SET no = 1 RETURNING id`);", ""],
  ])("%s, not on record", (_, body, imports) => {
    expect(verb(body, imports)).toEqual(["articles/verb.ts#verb"]);
  });

  test.each([
    ["a read", `  return withTenant(id, (tx) => tx.article.findMany({ where }));`, ""],
    [
      "a write on record",
      `  return withTenant(id, async (tx) => {\n    await tx.article.update({});\n    await audit(tx, ctx, "a.b");\n  });`,
      "",
    ],
    [
      "a helper's write, recorded by another",
      `  return withOffice(async (tx) => {\n    await writeRow(tx);\n    await tell(tx);\n  });`,
      `import { writeRow } from "./rows.ts";\nimport { tell } from "./trail.ts";`,
    ],
  ])("not %s", (_, body, imports) => {
    expect(verb(body, imports)).toEqual([]);
  });
});
