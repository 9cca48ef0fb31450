/** Wires the gateway: schema, policy, compiler, Apollo Server, HTTP. The only place in gateway/ that does. */
import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";

import type { AskGraph } from "../cultivation/webhooks/alert-message.ts";
import type { WebhookRules } from "../cultivation/webhooks/webhook-rules.ts";
import type { AccessPolicy } from "../domain/access/policy.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { FetchCityRecords } from "../resolvers/city-record/load-city-records.ts";
import { subscriptions } from "../resolvers/subscriptions.ts";
import type { Metric } from "../lib/metrics-text.ts";
import type { NoticeHub } from "../store/notice-hub.ts";
import { registerEventStream } from "./subscriptions/event-stream.ts";
import { StreamCount, type StreamLimits } from "./subscriptions/stream-count.ts";
import type { StreamRouteOptions } from "./subscriptions/stream-request.ts";
import { registerWebSocket } from "./subscriptions/websocket.ts";
import { computedFields } from "../resolvers/computed.ts";
import { mutations } from "../resolvers/mutations.ts";
import { shapes } from "../resolvers/shapes.ts";
import { assertFit } from "../store/assert-fit.ts";
import type { AuditLog } from "../store/audit/audit-log.ts";
import type { Pool } from "../store/pool.ts";
import { registerUploads } from "./uploads/register-uploads.ts";
import { countRefusedCallers, type RefusedCallers } from "./audit/refused-callers.ts";
import type { Authenticator } from "./auth/authenticator.ts";
import type { TrustedDocuments } from "./auth/trusted-documents.ts";
import type { PlanLimits } from "./compile/compile-context.ts";
import { cursorKeysOf } from "./compile/cursor-keys.ts";
import type { Answering } from "./execute/answer-operation.ts";
import { askGraph } from "./execute/ask-graph.ts";
import { DocumentCache } from "./execute/document-cache.ts";
import { FigureAnswers } from "./execute/figure-answers.ts";
import { SharedQuestions } from "./execute/shared-questions.ts";
import { PlanCache } from "./execute/plan-cache.ts";
import { PersistedQueries } from "./execute/persisted-queries.ts";
import { Admission, type AdmissionOptions } from "./limits/admission.ts";
import { databaseTurns } from "./limits/database-turns.ts";
import type { OperationLimits } from "./limits/measure-operation.ts";
import { PointLimits, type PointRates } from "./limits/point-limits.ts";
import { openApollo } from "./server/apollo.ts";
import { type GraphiqlRouteOptions, registerGraphiql } from "./server/graphiql-route.ts";
import { openEntrance } from "./server/query-page-entrance.ts";
import type { GraphqlOptions } from "./server/answer-graphql.ts";
import { createApp } from "./server/create-app.ts";
import { directGraphqlRoute, registerGraphqlRoute } from "./server/graphql-route.ts";
import { registerHealthRoutes } from "./server/health-routes.ts";
import { LiveHeap } from "./server/live-heap.ts";
import { processMetrics } from "./server/process-metrics.ts";
import { registerMetricsRoute } from "./server/metrics-route.ts";
import { RequestCounter } from "./server/request-counter.ts";

export interface GatewayOptions {
  readonly host: string;
  readonly port: number;
  /** Logs in as goldseed_gateway. */
  readonly pool: Pool;
  /** Logs in as goldseed_worker; null makes a gateway that only reads. */
  readonly workerPool: Pool | null;
  readonly schema: GraphQLSchema;
  readonly policy: AccessPolicy;
  /** Where sensitive reads, writes and refusals are written before they are answered. */
  readonly audit: AuditLog;
  readonly authenticator: Authenticator;
  readonly trustedDocuments: TrustedDocuments;
  /** At least 32 random bytes; cursors made under another key are refused. */
  readonly cursorSecret: Buffer;
  readonly limits: OperationLimits & PlanLimits & { readonly maxCost: number };
  readonly admission: AdmissionOptions;
  /** Connections of the pool: so many statements run at once. */
  readonly gatewayPoolSize: number;
  /** Points that may be spent; null counts nobody's. */
  readonly pointRates: PointRates | null;
  readonly requestTimeoutMs: number;
  /** What one statement may take of a request's time. */
  readonly statementTimeoutMs: number;
  readonly maxBodyBytes: number;
  /** Where files lie until they have been imported; survives a restart. */
  readonly uploadFolder: string;
  readonly maxUploadBytes: number;
  /** What one account may send in twenty-four hours. */
  readonly uploadsPerDay: number;
  readonly uploadBytesPerDay: number;
  /** A file that takes longer is answered with the number of its import. */
  readonly uploadPatienceMs: number;
  readonly drainTimeoutMs: number;
  /** Null when no city platform is configured. */
  readonly fetchCityRecords: FetchCityRecords | null;
  readonly graphiql: Omit<GraphiqlRouteOptions, "entrance">;
  /** What a monitor elsewhere brings to read /metrics; null lets this machine alone read it. */
  readonly metricsToken: string | null;
  /** Figures of other parts of this process. */
  readonly furtherMetrics?: () => readonly Metric[];
  /** Everybody may ask for the schema in development, developers alone otherwise. */
  readonly introspection: "all" | "developers";
  /** What engines are told of webhooks. */
  readonly webhooks: WebhookRules;
  /** Notices of the store, for subscriptions; whoever opened it closes it. */
  readonly notices: NoticeHub;
  readonly streams: StreamLimits;
  readonly onInternalError: (error: unknown, requestId: string) => void;
}

export interface Gateway {
  /** `http://host:port`, with the port that was given by the system when 0 was asked for. */
  readonly url: string;
  /** The graph as a principal sees it, for parts of this process that tell others of it. */
  readonly ask: AskGraph;
  /** Stops taking requests, lets those under way finish within the drain time, closes. */
  readonly stop: () => Promise<void>;
}

/** @throws GoldseedError STORE_UNFIT, PORT_IN_USE */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  await assertFit(options.pool);
  let serving = true;
  const { app, takeDirectly } = createApp(options);
  const apollo = openApollo(options);
  const figures = new FigureAnswers(options.notices);
  const answering = openAnswering(options, figures);
  registerHealthRoutes(app, { pool: options.pool, serving: () => serving });
  const persistedQueries = new PersistedQueries();
  const counter = new RequestCounter();
  const admission = new Admission(options.admission);
  const streams = new StreamCount(options.streams);
  const pools = {
    gateway: options.pool,
    ...(options.workerPool && { worker: options.workerPool }),
  };
  const liveHeap = new LiveHeap();
  const ownMetrics = () => processMetrics({ pools, admission, streams, liveHeap });
  registerMetricsRoute(app, { ...options, counter, ownMetrics });
  const refusedCallers = countRefusedCallers(options.audit);
  const graphql: GraphqlOptions = {
    ...options,
    counter,
    refusedCallers,
    answering,
    apollo,
    admission,
    persistedQueries,
  };
  registerGraphqlRoute(app, graphql);
  takeDirectly(directGraphqlRoute(graphql, { ...options, serving: () => serving }));
  await registerUploads(app, { ...options, refusedCallers });
  const closeStreams = registerStreams(app, {
    ...options,
    persistedQueries,
    streaming: { answering, subscriptions, hub: options.notices },
    streams,
    sockets: new StreamCount(socketLimits(options.streams)),
    refusedCallers,
  });
  await registerQueryPage(app, options, refusedCallers);
  const url = await listen(app, options);
  const stop = async () => {
    serving = false;
    await Promise.all([closeStreams(), closeWithin(app, options.drainTimeoutMs)]);
    figures.stop();
    await apollo.stop();
    refusedCallers.stop();
    liveHeap.stop();
    await options.audit.settle();
  };
  return { url, ask: askGraph(answering, options.requestTimeoutMs), stop };
}

/** What answers operations, whichever protocol they come by. */
function openAnswering(options: GatewayOptions, figures: FigureAnswers): Answering {
  return {
    ...options,
    documents: new DocumentCache(options.schema, options.limits),
    plans: new PlanCache({ ...options, shapes }),
    points: options.pointRates && new PointLimits(options.pointRates),
    defaultPageSize: options.limits.defaultPageSize,
    maxCost: options.limits.maxCost,
    engines: options.workerPool && {
      ...options,
      pool: options.workerPool,
      mutations,
      computed: computedFields,
    },
    turns: databaseTurns(options.gatewayPoolSize),
    figures,
    shared: new SharedQuestions(),
    cursorKey: cursorKeysOf(options.cursorSecret, Date.now),
  };
}

async function registerQueryPage(
  app: FastifyInstance,
  options: GatewayOptions,
  refusedCallers: RefusedCallers,
): Promise<void> {
  const { graphiql, cursorSecret: secret } = options;
  const entrance = graphiql.development
    ? null
    : openEntrance({ ...options, refusedCallers, secret });
  await registerGraphiql(app, { ...graphiql, entrance });
}

/** Those who may stream may also wait: a page that reconnects has its old connection for a moment. */
function socketLimits({ maxStreams, maxStreamsPerSubject }: StreamLimits): StreamLimits {
  return { maxStreams: 2 * maxStreams, maxStreamsPerSubject: 2 * maxStreamsPerSubject };
}

/** @returns ends every stream. */
function registerStreams(app: FastifyInstance, options: StreamRouteOptions): () => Promise<void> {
  registerEventStream(app, options);
  return registerWebSocket(app, options);
}

async function listen(app: FastifyInstance, { host, port }: GatewayOptions): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === "EADDRINUSE") {
      throw new GoldseedError(
        "PORT_IN_USE",
        `端口 ${port} 已被占用，请停止占用它的程序，或换一个 PORT / Port ${port} on ${host} is in use. Stop the program that uses it, or set PORT to another.`,
        { cause: error },
      );
    }
    if (code === "EACCES" || code === "EADDRNOTAVAIL") {
      throw new GoldseedError(
        "CONFIG_INVALID",
        `无法监听 ${host}:${port}，请把 HOST 和 PORT 设为本机可用的地址 / Cannot listen on ${host}:${port} (${code}). Set HOST and PORT to an address of this machine you may use.`,
        { cause: error },
      );
    }
    throw error;
  }
}

async function closeWithin(app: FastifyInstance, timeoutMs: number): Promise<void> {
  const forced = setTimeout(() => app.server.closeAllConnections(), timeoutMs);
  await app.close();
  clearTimeout(forced);
}
