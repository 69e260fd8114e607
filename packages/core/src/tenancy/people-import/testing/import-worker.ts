import { connectDatabase, disconnectDatabase } from "@zhibu/db/connection";
import { workImport } from "../import-jobs.ts";

/** A worker of its own, for a test that kills it: `import-worker.ts <database address> <import id>`. */
const [, , appUrl = "", importId = ""] = process.argv;
connectDatabase(appUrl, 2);
await workImport(importId, () => new Date());
await disconnectDatabase();
