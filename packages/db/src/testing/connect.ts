import { afterAll, beforeAll, inject } from "vitest";
import { connectDatabase, disconnectDatabase } from "../connection.ts";

/** Setup file of every `*.db.test.ts`: connects as the login that bypasses nothing. */
beforeAll(() => {
  connectDatabase(inject("appUrl"), 8);
});

afterAll(disconnectDatabase);
