import pg from "pg";
import { connectThrough, disconnectDatabase } from "../connection.ts";
import { WaitingClient } from "../waiting-client.ts";

export type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows"?: number;
  "Rows Removed by Filter"?: number;
  Plans?: readonly PlanNode[];
};

/** A statement as the server ran it. */
export type ExplainedStatement = { text: string; plan: PlanNode; ms: number };

type Notice = { "Query Text": string; Plan: PlanNode };

/** `auto_explain` of every statement, told to the client; only a superuser may ask for it. */
const options = [
  "session_preload_libraries=auto_explain",
  "auto_explain.log_min_duration=0",
  "auto_explain.log_analyze=on",
  "auto_explain.log_timing=off",
  "auto_explain.log_format=json",
  "auto_explain.log_level=notice",
  "jit=off",
]
  .map((setting) => `-c ${setting}`)
  .join(" ");

/**
 * Connects the process as the owner, who takes on the same roles as the application does, and hands over each statement
 * with the plan the server really used, once its transaction has ended. Returns what ends it.
 */
export function connectExplaining(
  ownerUrl: string,
  onStatement: (statement: ExplainedStatement) => void,
): () => Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, Client: WaitingClient, max: 4, options });
  pool.on("connect", (client) => {
    client.on("notice", ({ message = "" }) => {
      const [, ms, json] = /^duration: ([\d.]+) ms {2}plan:\n(.*)$/su.exec(message) ?? [];
      if (json === undefined) return;
      // What auto_explain says in its JSON format.
      const { "Query Text": text, Plan: plan } = JSON.parse(json) as Notice;
      onStatement({ text, plan, ms: Number(ms) });
    });
  });
  connectThrough(pool);
  return async () => {
    await disconnectDatabase();
    await pool.end();
  };
}
