/** One JSON line on standard error, for whoever runs the deployment; never personal data. */
function write(level: "warn" | "error", message: string, details: Record<string, unknown>): void {
  process.stderr.write(`${JSON.stringify({ level, time: new Date().toISOString(), message, ...details })}\n`);
}

export const log = {
  warn: (message: string, details: Record<string, unknown> = {}) => write("warn", message, details),
  error: (message: string, details: Record<string, unknown> = {}) => write("error", message, details),
};
