import { readFile } from "node:fs/promises";
import path from "node:path";
import { root } from "./command.ts";

type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
};

type PlaywrightSuite = {
  readonly specs?: readonly {
    readonly title: string;
    readonly file: string;
    readonly ok: boolean;
    readonly tests: readonly { readonly results: readonly { readonly error?: { readonly message?: string } }[] }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[];
};

type PlaywrightReport = {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors?: readonly { readonly message?: string }[];
};

/** Every failed test of a Vitest report, and every file that could not be run: place, name and the first lines of why. */
export function failuresOfVitest({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(root, name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (failed.length === 0 && status === "failed") return [failure(file, "", message)];
    return failed.map(({ fullName, failureMessages }) => failure(file, fullName, failureMessages?.[0]));
  });
}

/** Every failed test of a Playwright report, and what failed outside a test. */
export function failuresOfPlaywright({ suites, errors = [] }: PlaywrightReport): string[] {
  const inSuite = ({ specs = [], suites: inner = [] }: PlaywrightSuite): string[] => [
    ...specs
      .filter(({ ok }) => !ok)
      .map(({ file, title, tests }) =>
        failure(file, title, tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message),
      ),
    ...inner.flatMap(inSuite),
  ];
  return [...suites.flatMap(inSuite), ...errors.map(({ message }) => failure("e2e", "", message))];
}

/** The failures in a report file; none when the runner left no readable report. */
export async function readFailures<Report>(file: string, failuresOf: (report: Report) => string[]): Promise<string[]> {
  try {
    // The runner wrote the file a moment ago, in the shape its documentation promises.
    return failuresOf(JSON.parse(await readFile(file, "utf8")) as Report);
  } catch {
    return [];
  }
}

const shownLines = 6;

/** Runners colour what they report. */
const colours = new RegExp(`${String.fromCodePoint(27)}\\[[0-9;]*m`, "gu");

function failure(file: string, title: string, message = ""): string {
  const why = message.replaceAll(colours, "").split("\n").slice(0, shownLines);
  return [`✘ ${file}${title === "" ? "" : ` › ${title}`}`, ...why.map((line) => `    ${line}`)].join("\n");
}
