/**
 * What people are told of, with the values each sentence needs (`messages/…/notifications.json`, `line.<kind>`).
 * The branch is not among them: it is the notification's own. Names here are already in the app; nothing personal beside them.
 */
export const notificationKinds = {
  "article.submitted": ["title", "actor"],
  "article.handedIn": ["title", "actor"],
  "article.returned": ["title", "actor", "reason"],
  "article.approved": ["title", "actor"],
  "article.failed": ["title"],
  "article.published": ["title", "actor"],
  "article.withdrawn": ["title", "actor", "reason"],
  "article.takenDown": ["title", "actor", "reason"],
  /** To the office: what it took down is out again, newly approved. */
  "article.broughtBack": ["title", "actor"],
  "push.offered": ["title"],
  "push.shown": ["title"],
  "push.drafted": ["title"],
  "push.updated": ["title"],
  "push.recalled": ["title", "reason"],
  "push.declined": ["title", "actor", "reason"],
  "push.failed": ["title"],
  "correction.asked": ["title", "old", "new"],
  "correction.declined": ["title", "actor", "reason"],
  "nomination.proposed": ["title", "actor"],
  "nomination.featured": ["title"],
  "nomination.declined": ["title", "reason"],
  "nomination.ended": ["title", "reason"],
  "publicity.submitted": ["title", "actor"],
  /** To the branch, when the year's arrangement moved its end: `day` is the new last one. */
  "publicity.moved": ["title", "day"],
  "publicity.returned": ["title", "actor", "reason"],
  "publicity.started": ["title", "day"],
  "publicity.ended": ["title"],
  "publicity.objected": ["title"],
  "publicity.unsigned": ["title"],
  /** `day` is the last one, `YYYY-MM-DD`. */
  "publicity.endsTomorrow": ["title", "day"],
  "publicity.statementDue": ["title"],
  "publicity.objectionUnaccepted": ["title"],
  "publicity.objectionUndecided": ["title", "days"],
  "publicity.withdrawn": ["title", "actor", "reason"],
  /** `role` is a role's key, `day` is `YYYY-MM-DD`. */
  "role.given": ["role", "actor", "day"],
  "role.ending": ["role", "day"],
  /** To the office and the branch: whose role ends. */
  "person.roleEnding": ["person", "role", "day"],
  "person.joined": ["person"],
  "handOver.received": ["person", "count"],
  "branch.suspended": ["actor", "reason"],
  "branch.reopened": ["actor"],
  "branch.archived": ["actor", "reason"],
  "branch.merged": ["actor", "into"],
  "import.finished": ["count"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type NotificationKind = keyof typeof notificationKinds;

/** What the sentence of a kind interpolates: every value it names, and no other. */
export type NotificationParams<Kind extends NotificationKind> = Readonly<
  Record<(typeof notificationKinds)[Kind][number], string | number>
>;

/** Whether a stored kind is one this version knows; a row of another version is shown without words of its own. */
export function isNotificationKind(kind: string): kind is NotificationKind {
  return Object.hasOwn(notificationKinds, kind);
}
