/** The graph over a test database, asked as any principal without HTTP. */
import type { Principal } from "../../domain/access/principal.ts";
import type { Role, Tier } from "../../domain/vocabulary.ts";
import { makeCursorKey } from "../../gateway/compile/cursor.ts";
import { type Answering, answerOperation } from "../../gateway/execute/answer-operation.ts";
import { DocumentCache } from "../../gateway/execute/document-cache.ts";
import type { TrustedDocuments } from "../../gateway/auth/trusted-documents.ts";
import { PlanCache } from "../../gateway/execute/plan-cache.ts";
import {
  defaultOperationLimits,
  type OperationLimits,
} from "../../gateway/limits/measure-operation.ts";
import { loadPolicy } from "../../gateway/load-policy.ts";
import { loadSchema } from "../../gateway/load-schema.ts";
import {
  createCityRecordLoader,
  type FetchCityRecords,
} from "../../resolvers/city-record/load-city-records.ts";
import type { AuditLog } from "../../store/audit/audit-log.ts";
import { memoryAudit } from "./memory-audit.ts";
import { computedFields } from "../../resolvers/computed.ts";
import type { ComputedFields, Mutations } from "../../resolvers/engine-language.ts";
import { mutations } from "../../resolvers/mutations.ts";
import type { FigureAnswers } from "../../gateway/execute/figure-answers.ts";
import { SharedQuestions } from "../../gateway/execute/shared-questions.ts";
import { shapes } from "../../resolvers/shapes.ts";
import type { PointLimits } from "../../gateway/limits/point-limits.ts";
import { databaseTurns } from "../../gateway/limits/database-turns.ts";
import type { Pool } from "../../store/pool.ts";

export interface GraphAnswer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  readonly data: any;
  readonly errors: readonly {
    message: string;
    path?: (string | number)[];
    extensions: { code: string };
  }[];
  readonly text: string;
}

export interface Graph {
  readonly answering: Answering;
  readonly ask: (
    principal: Principal,
    query: string,
    variables?: Record<string, unknown>,
  ) => Promise<GraphAnswer>;
}

/** Receivers of tests listen on this machine. */
export const webhookRules = { key: Buffer.alloc(32, 9), privateNetworks: ["127.0.0.1/32"] };

export const pageLimits = { maxPageSize: 200, defaultPageSize: 20 };

const cursorKey = makeCursorKey(Buffer.alloc(32, 7));

export function openGraph(
  pool: Pool,
  options: {
    fetchCityRecords?: FetchCityRecords;
    operationLimits?: OperationLimits;
    /** Logs in as goldseed_worker; without it the graph only reads. */
    workerPool?: Pool;
    computed?: ComputedFields;
    mutations?: Mutations;
    audit?: AuditLog;
    figures?: FigureAnswers;
    trustedDocuments?: TrustedDocuments;
    points?: PointLimits;
  } = {},
): Graph {
  const schema = loadSchema();
  const policy = loadPolicy(schema);
  const audit = options.audit ?? memoryAudit();
  const answering: Answering = {
    schema,
    policy,
    audit,
    documents: new DocumentCache(schema, options.operationLimits ?? defaultOperationLimits),
    plans: new PlanCache({ schema, shapes, policy, limits: pageLimits }),
    pool,
    turns: databaseTurns(4),
    statementTimeoutMs: 30_000,
    figures: options.figures ?? null,
    shared: new SharedQuestions(),
    engines: options.workerPool
      ? {
          pool: options.workerPool,
          policy,
          mutations: options.mutations ?? mutations,
          computed: options.computed ?? computedFields,
          webhooks: webhookRules,
        }
      : null,
    cursorKey: () => cursorKey,
    points: options.points ?? null,
    maxCost: Number.MAX_SAFE_INTEGER,
    defaultPageSize: pageLimits.defaultPageSize,
    introspection: "all",
    trustedDocuments: options.trustedDocuments ?? null,
    onInternalError: (error) => console.error(error),
  };
  const ask = async (
    principal: Principal,
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<GraphAnswer> => {
    const cityRecords = createCityRecordLoader(options.fetchCityRecords ?? null);
    const context = {
      principal,
      requestId: "test",
      deadlineMs: performance.now() + 10_000,
      signal: new AbortController().signal,
      explain: false,
      cityRecords,
    };
    const answer = await answerOperation(answering, { query, variables }, context);
    if (!answer) throw new Error("The operation was not compiled.");
    const text = answer.body.toString();
    const body = JSON.parse(text) as Partial<GraphAnswer>;
    return { status: answer.status, data: body.data, errors: body.errors ?? [], text };
  };
  return { answering, ask };
}

export function principal(
  tier: Tier,
  areaCodes: readonly string[],
  overrides: Partial<Principal> = {},
): Principal {
  const role: Role = overrides.role ?? (tier === "TOWN" ? "SPECIALIST" : "OFFICER");
  return {
    subject: `${tier.toLowerCase()}-${areaCodes.join("-")}`,
    tier,
    areaCodes,
    role,
    clearance: "L3",
    purpose: null,
    ...overrides,
  };
}
