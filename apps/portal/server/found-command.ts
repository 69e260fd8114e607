import { parseArgs } from "node:util";
import { foundCollegeInput, type FoundCollegeInput } from "@zhibu/domain/tenancy/college-inputs";
import { loginNameSchema } from "@zhibu/domain/tenancy/login-name";

export type FoundCommand = { verb: "found"; input: FoundCollegeInput } | { verb: "renew"; loginName: string };

/** What is wrong with a command line: a key of the messages under `found.problem`. */
export type FoundProblem = "option" | "surplus" | keyof FoundCollegeInput;

/** The command line is none the command understands. */
export class FoundCommandError extends Error {
  override readonly name = "FoundCommandError";
  readonly problems: readonly FoundProblem[];

  constructor(problems: readonly FoundProblem[]) {
    super(problems.join(", "));
    this.problems = problems;
  }
}

const options = {
  college: { type: "string" },
  "short-name": { type: "string" },
  login: { type: "string" },
  name: { type: "string" },
  address: { type: "string" },
  phone: { type: "string" },
  email: { type: "string" },
  icp: { type: "string" },
  "new-link": { type: "boolean" },
} as const;

/** Reads the command line. @throws FoundCommandError naming all that is wrong. */
export function readFoundCommand(args: readonly string[]): FoundCommand {
  const { "new-link": newLink, login, ...given } = parse(args);
  if (newLink === true) {
    if (Object.keys(given).length > 0) throw new FoundCommandError(["surplus"]);
    const loginName = loginNameSchema.safeParse(login);
    if (!loginName.success) throw new FoundCommandError(["loginName"]);
    return { verb: "renew", loginName: loginName.data };
  }
  const { college, "short-name": shortName, name, ...footer } = given;
  const input = foundCollegeInput.safeParse({
    ...footer,
    name: college,
    shortName,
    loginName: login,
    displayName: name,
  });
  if (input.success) return { verb: "found", input: input.data };
  const wrong = new Set(input.error.issues.map(({ path }) => path[0]));
  throw new FoundCommandError(foundCollegeInput.keyof().options.filter((field) => wrong.has(field)));
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    throw new FoundCommandError(["option"]);
  }
}
