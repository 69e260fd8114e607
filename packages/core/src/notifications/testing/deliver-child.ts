/** One run of the delivery in a process of its own, for tests that kill it: database URL, SMTP URL, the time it believes it is. */
import { connectDatabase } from "@zhibu/db/connection";
import { deliverMails } from "../deliver-mails.ts";
import { mailSettingsFor } from "./mail-settings-for.ts";

const [databaseUrl = "", smtpUrl = "", now = ""] = process.argv.slice(2);
connectDatabase(databaseUrl);
process.stdout.write("delivering\n");
await deliverMails(mailSettingsFor(smtpUrl), () => new Date(now));
process.exit(0);
