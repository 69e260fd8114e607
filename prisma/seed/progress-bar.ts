const width = 32;

export type ProgressBar = { show: (done: number, total: number) => void; end: () => void };

function clock(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A bar on one line of the terminal; where the output is no terminal, a line at each tenth. */
export function progressBar(
  label: string,
  out: NodeJS.WriteStream = process.stdout,
  started = performance.now(),
): ProgressBar {
  let lastTenth = -1;
  return {
    show(done, total) {
      const share = total === 0 ? 1 : done / total;
      const text = `${label}  ${String(Math.floor(share * 100)).padStart(3)} %  ${done.toLocaleString("en")} / ${total.toLocaleString("en")}  ${clock(performance.now() - started)}`;
      if (out.isTTY) {
        const filled = Math.round(share * width);
        out.write(`\r\u001B[2K[${"█".repeat(filled)}${"·".repeat(width - filled)}] ${text}`);
        return;
      }
      const tenth = Math.floor(share * 10);
      if (tenth > lastTenth) out.write(`${text}\n`);
      lastTenth = tenth;
    },
    end() {
      if (out.isTTY) out.write("\n");
    },
  };
}
