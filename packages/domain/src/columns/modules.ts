import { z } from "zod";
import { columnModules } from "./module-names.ts";

export const columnModuleSchema = z.enum(columnModules);
