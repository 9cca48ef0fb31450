/** Writes a version of a screening: the first of a new one, or the next of one that is there. Nothing matches by it yet. */
import { assertMayKeepScreenings } from "../domain/access/alert-rights.ts";
import type { Principal } from "../domain/access/principal.ts";
import { GoldseedError } from "../domain/errors.ts";
import { nextScreeningState } from "../domain/screening/screening-life.ts";
import type { AlertLevel } from "../domain/vocabulary.ts";
import type { Pool, PoolClient } from "../store/pool.ts";
import {
  insertScreening,
  insertVersion,
  lockScreening,
  type ScreeningRow,
  writeScreeningStep,
} from "../store/queries/screening-rows.ts";
import { inTransaction } from "../store/transaction.ts";
import {
  type GivenConditions,
  readConditions,
  type ReadConditions,
} from "./screening/read-conditions.ts";

export interface DraftRequest extends GivenConditions {
  /** Small letters, digits and hyphens; a new id makes a new screening. */
  readonly id: string;
  /** For a new screening, these four: of an old one they may only be said again. */
  readonly nameZh?: string | null | undefined;
  readonly nameEn?: string | null | undefined;
  readonly level?: AlertLevel | null | undefined;
  readonly dueDays?: number | null | undefined;
}

export interface Drafted extends ReadConditions {
  readonly version: number;
}

/** @throws GoldseedError FORBIDDEN, BAD_USER_INPUT, RULES_INVALID for what is malformed or contradicts itself, TEXT_NOT_UNDERSTOOD, SCREENING_STEP_REFUSED. */
export async function draftScreening(
  pool: Pool,
  principal: Principal,
  request: DraftRequest,
): Promise<Drafted> {
  assertMayKeepScreenings(principal);
  const read = await readConditions(request);
  assertPossible(read);
  return inTransaction(pool, async (client) => {
    const known = await lockScreening(client, request.id);
    if (known === undefined) await insertNew(client, principal, request);
    const from = known?.state ?? null;
    const to = nextScreeningState("DRAFT", from ?? "DRAFT", null);
    if (known !== undefined) assertKept(known, request);
    const version = await insertVersion(client, {
      screeningId: request.id,
      conditions: read.condition,
      sentence: read.sentence,
      sourceText: read.sourceText,
      citations: read.citations,
      createdBy: principal.subject,
    });
    await writeScreeningStep(client, {
      id: request.id,
      action: "DRAFT",
      from,
      to,
      version,
      activeVersion: null,
      actor: principal.subject,
      reason: null,
    });
    return { ...read, version };
  });
}

const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What nobody can meet would be dry-run, approved and asked of everybody for nothing. */
function assertPossible({ contradictions: { impossible, said } }: ReadConditions): void {
  if (!impossible) return;
  throw new GoldseedError(
    "RULES_INVALID",
    `条件自相矛盾，没有企业能满足：${said.join("；")}。请更正后再起草 / The conditions contradict each other, so that no enterprise can meet them. Correct them and draft again.`,
    { details: { problems: said } },
  );
}

/**
 * How pressing its alerts are was approved by a second person together with the first version, so a draft does not change
 * it; to leave it unsaid that it does not would let its author believe that it does.
 */
function assertKept(
  known: ScreeningRow,
  { id, nameZh, nameEn, level, dueDays }: DraftRequest,
): void {
  const asked = [
    ["name", "名称", nameZh?.trim(), known.nameZh],
    ["nameEn", "英文名称", nameEn?.trim(), known.nameEn],
    ["level", "级别", level, known.level],
    ["dueDays", "处置期限", dueDays, known.dueDays],
  ] as const;
  const others = asked.filter(([, , given, kept]) => (given ?? "") !== "" && given !== kept);
  if (others.length === 0) return;
  const zh = others.map(([, name, given, kept]) => `${name}“${given}”（现为“${kept ?? "无"}”）`);
  const en = others.map(
    ([name, , given, kept]) => `${name} "${given}" (it is "${kept ?? "none"}")`,
  );
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `筛查“${id}”已存在，新版本不改其${zh.join("、")}；请去掉这些项，或用新编号另起筛查 / The screening "${id}" is there, and a new version does not change its ${en.join(", ")}. Leave these out, or draft one of another code.`,
    { details: { kept: others.map(([name]) => name) } },
  );
}

async function insertNew(
  client: PoolClient,
  { subject }: Principal,
  { id, nameZh, nameEn, level, dueDays }: DraftRequest,
): Promise<void> {
  const faults = [
    idForm.test(id) && id.length <= 60
      ? []
      : `编号“${id}”应为小写字母、数字与连字符，最多 60 字符 / id "${id}": expected small letters, digits and hyphens, 60 characters at most`,
    (nameZh?.trim() ?? "") === "" || (nameZh?.length ?? 0) > 60
      ? "新筛查须有名称，最多 60 字 / a new screening needs a name of 60 characters at most"
      : [],
    dueDays === null || dueDays === undefined || (dueDays >= 1 && dueDays <= 180)
      ? []
      : `处置期限 ${dueDays} 天无效，应为 1 至 180 天 / ${dueDays} days to handle it: expected 1 to 180`,
  ].flat();
  if (faults.length > 0)
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `新筛查有误 / The new screening is wrong: ${faults.join("；")}`,
    );
  const isNew = await insertScreening(client, {
    id,
    nameZh: nameZh?.trim() ?? id,
    nameEn: nameEn?.trim() || null,
    level: level ?? "MEDIUM",
    dueDays: dueDays ?? 10,
    createdBy: subject,
    isBase: false,
  });
  // Somebody else began one of this id at the same moment: this draft is not meant as the next version of that.
  if (!isNew)
    throw new GoldseedError(
      "CONFLICT",
      `编号“${id}”刚被他人使用，请刷新后再试 / Somebody else has just drafted a screening "${id}". Read it again, or choose another id.`,
    );
}
