import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { SaveQueue, saveTimings } from "./save-queue.ts";
import { savePhase, type SaveTrouble, type StoredText } from "./save-state.ts";

beforeEach(() => vi.useFakeTimers({ now: new Date("2026-11-23T06:32:00Z") }));
afterEach(() => vi.useRealTimers());

type Kind = SaveTrouble["kind"];

/** A server that answers when told to, and counts how many requests are open at once. */
function serverOf(text: { current: string }) {
  const requests: { version: number; text: string; answer: () => void; fail: (kind: Kind) => void }[] = [];
  let open = 0;
  const save = vi.fn<(stored: StoredText) => Promise<StoredText>>(({ version }) => {
    open += 1;
    expect(open).toBe(1);
    return new Promise<StoredText>((resolve, reject) => {
      requests.push({
        version,
        text: text.current,
        answer: () => resolve({ version: version + 1, savedAt: new Date(), revisionNumber: 1 }),
        fail: (kind) => reject(Object.assign(new Error(kind), { kind })),
      });
    }).finally(() => {
      open -= 1;
    });
  });
  return { save, requests };
}

function setup() {
  const text = { current: "" };
  const server = serverOf(text);
  const queue = new SaveQueue({
    stored: { version: 3, savedAt: new Date(), revisionNumber: 1 },
    save: server.save,
    troubleOf: (error) => {
      const kind = (error as { kind: Kind }).kind;
      if (kind === "refused") return { kind, error };
      return kind === "conflict" ? { kind, newestVersion: null } : { kind };
    },
  });
  queue.start();
  const type = (words: string) => {
    text.current = words;
    queue.edited();
  };
  const phase = () => savePhase(queue.getState());
  return { ...server, queue, type, phase };
}

const tick = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe("in quiet weather", () => {
  test("a pause in typing saves once, on the version the article was opened with", async () => {
    const { save, requests, type, phase } = setup();
    type("甲");
    await tick(1_000);
    type("甲乙");
    await tick(1_000);
    expect(save).not.toHaveBeenCalled();
    expect(phase()).toBe("unsaved");
    await tick(500);
    expect(requests.map(({ version, text }) => [version, text])).toEqual([[3, "甲乙"]]);
    expect(phase()).toBe("saving");
    requests[0]?.answer();
    await tick(0);
    expect(phase()).toBe("saved");
  });

  test("someone who types without a pause is saved all the same", async () => {
    const { save, type } = setup();
    for (let at = 0; at < saveTimings.longest; at += 500) {
      type(String(at));
      await tick(500);
    }
    expect(save).toHaveBeenCalledOnce();
  });

  test("what is typed during a save goes out after it, on the version it made", async () => {
    const { requests, type, phase } = setup();
    type("甲");
    await tick(saveTimings.pause);
    type("甲乙");
    await tick(saveTimings.longest * 2);
    expect(requests).toHaveLength(1);
    requests[0]?.answer();
    await tick(saveTimings.pause);
    expect(requests[1]).toMatchObject({ version: 4, text: "甲乙" });
    requests[1]?.answer();
    await tick(0);
    expect(phase()).toBe("saved");
  });

  test("flush sends at once and answers when all is saved", async () => {
    const { queue, requests, type } = setup();
    expect(await queue.flush()).toBe(true);
    type("甲");
    const flushed = queue.flush();
    await tick(0);
    type("甲乙");
    requests[0]?.answer();
    await tick(0);
    requests[1]?.answer();
    expect(await flushed).toBe(true);
    expect(requests.map(({ version }) => version)).toEqual([3, 4]);
  });
});

describe("when the server is away", () => {
  test("it is tried again, at longer and longer distances, until it is back", async () => {
    const { requests, type, phase } = setup();
    type("甲");
    await tick(saveTimings.pause);
    for (const [index, wait] of saveTimings.retries.entries()) {
      requests[index]?.fail("away");
      await tick(0);
      expect(phase()).toBe("away");
      await tick(wait - 1);
      expect(requests).toHaveLength(index + 1);
      await tick(1);
      expect(requests).toHaveLength(index + 2);
    }
    requests.at(-1)?.answer();
    await tick(0);
    expect(phase()).toBe("saved");
  });

  test("typing meanwhile neither hurries it nor is forgotten", async () => {
    const { requests, type } = setup();
    type("甲");
    await tick(saveTimings.pause);
    requests[0]?.fail("away");
    await tick(0);
    type("甲乙");
    await tick(1_900);
    expect(requests).toHaveLength(1);
    await tick(100);
    expect(requests[1]).toMatchObject({ version: 3, text: "甲乙" });
  });

  test("the network's return is a reason to try at once", async () => {
    const { queue, requests, type } = setup();
    type("甲");
    await tick(saveTimings.pause);
    requests[0]?.fail("away");
    await tick(0);
    void queue.resume();
    expect(requests).toHaveLength(2);
  });
});

describe("when somebody else saved", () => {
  test("nothing goes out until the writer has decided; then theirs goes on top", async () => {
    const { queue, requests, type, phase } = setup();
    type("甲");
    await tick(saveTimings.pause);
    requests[0]?.fail("conflict");
    await tick(0);
    type("甲乙");
    await tick(60_000);
    expect(await queue.flush()).toBe(false);
    expect(requests).toHaveLength(1);
    expect(phase()).toBe("conflict");
    queue.adopt(9);
    expect(requests[1]).toMatchObject({ version: 9, text: "甲乙" });
    requests[1]?.answer();
    await tick(0);
    expect(phase()).toBe("saved");
  });

  test("an action's new version is adopted without saving again", async () => {
    const { queue, save } = setup();
    queue.adopt(7);
    await tick(60_000);
    expect(save).not.toHaveBeenCalled();
    expect(queue.getState().stored.version).toBe(7);
  });
});

test("a closed sign-in dialog holds the text back until the writer is signed in", async () => {
  const { queue, requests, type, phase } = setup();
  type("甲");
  await tick(saveTimings.pause);
  requests[0]?.fail("signedOut");
  await tick(60_000);
  expect(phase()).toBe("signedOut");
  expect(requests).toHaveLength(1);
  const flushed = queue.flush();
  requests[1]?.answer();
  expect(await flushed).toBe(true);
});

test("what the server refused goes out again only with the next edit", async () => {
  const { requests, type, phase } = setup();
  type("甲");
  await tick(saveTimings.pause);
  requests[0]?.fail("refused");
  await tick(60_000);
  expect(phase()).toBe("refused");
  type("甲乙");
  await tick(saveTimings.pause);
  expect(requests).toHaveLength(2);
});

test("a stopped queue starts nothing more", async () => {
  const { queue, save, type } = setup();
  type("甲");
  queue.stop();
  await tick(60_000);
  expect(save).not.toHaveBeenCalled();
});
