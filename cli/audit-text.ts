/** The audit in words for a terminal. */
import type { AuditBreak, Tampering } from "../store/audit/audit-break.ts";
import type { StoredEntry } from "../store/audit/audit-rows.ts";
import type { AuditVerdict } from "../store/audit/verify-audit.ts";

const words: Readonly<Record<Tampering, string>> = {
  EDITED: "内容被改动 was edited",
  DELETED: "被删除 was deleted",
  DELETED_TAIL: "起至末尾被删除 and all after it were deleted",
  REORDERED: "顺序被调换 stands in another's place",
  DUPLICATED: "是另一条的复制 is a copy of another",
  INSERTED: "是插入的 was inserted",
  REWRITTEN: "被改写并重算摘要 was rewritten with new digests",
  PRUNED: "被清除而无墓碑 was taken out without a tombstone",
  CLOCK_BACK: "时间早于前一条 is earlier than the one before it",
  FORGED_HEAD: "处的链头签名不符 has a head whose signature is not ours",
  REMOVED_HEAD: "处的链头已不在库中 has a head that the database has lost",
};

export function verdictText({ entries, heads, lastSequence, broken }: AuditVerdict): string {
  const counted = `${entries} 条 entries, 链头 heads ${heads}, 末条 last ${lastSequence}`;
  return broken === null
    ? `审计完整 the audit holds: ${counted}\n`
    : `审计不完整 the audit does not hold: ${breakText(broken)}\n  此前完整 sound before it: ${counted}\n`;
}

function breakText({ kind, sequence, until }: AuditBreak): string {
  const place = until === undefined || until === sequence ? sequence : `${sequence}–${until}`;
  return `第 entry ${place} 条 ${words[kind]} (${kind})`;
}

export function auditRow(entry: StoredEntry): string[] {
  const { sequence, at, actor, onBehalfOf, action, outcome, fields, refusedFields } = entry;
  const who = onBehalfOf == null ? actor : `${actor} ← ${onBehalfOf}`;
  const refused = (refusedFields ?? []).map((field) => `✗${field}`);
  return [sequence, at, who, action, outcome, [...(fields ?? []), ...refused].join(" ")];
}
