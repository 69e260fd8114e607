import { beforeAll } from "vitest";
import { provideDataKeys } from "../kernel/secret-box.ts";

/** Data keys for the tests of a file. */
export function provideTestDataKeys(): void {
  beforeAll(() => provideDataKeys(["a data key of these tests alone"]));
}
