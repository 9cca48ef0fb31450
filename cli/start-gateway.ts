/** From settings and an open store to a listening gateway. */
import type { Config } from "../config/options.ts";
import { loadPolicy } from "../gateway/load-policy.ts";
import { loadSchema } from "../gateway/load-schema.ts";
import { type Gateway, startGateway } from "../gateway/main.ts";
import { type PointRates, usualRates } from "../gateway/limits/point-limits.ts";
import type { FetchCityRecords } from "../resolvers/city-record/load-city-records.ts";
import { consoleDocuments } from "../gateway/auth/console-documents.ts";
import { trustedDocuments } from "../gateway/auth/trusted-documents.ts";
import type { ClockReading } from "../lib/clock-drift.ts";
import { NoticeHub } from "../store/notice-hub.ts";
import { diskMetrics } from "./disk-metrics.ts";
import { namedCluster } from "../store/cluster-place.ts";
import { openPool } from "../store/pool.ts";
import { demoSessions } from "./demo-sessions.ts";
import { openAccounts, openAuthenticator } from "./open-authenticator.ts";
import { uploadFolderOf } from "./upload-folder.ts";
import { openGatewayAudit } from "./open-gateway-audit.ts";
import { webhookRules } from "./webhook-rules.ts";
import type { LogEvent } from "./log-line.ts";
import type { OpenStore } from "./open-store.ts";
import { watchClocks } from "./watch-clocks.ts";

export interface GatewayParts {
  readonly store: Pick<OpenStore, "gatewayPool" | "workerPool" | "workerUrl" | "secrets">;
  /** Null when there is no city platform. */
  readonly fetchCityRecords: FetchCityRecords | null;
  readonly log: (event: LogEvent) => void;
}

/** Below the usual patience of proxies and people. */
const uploadPatienceMs = 5_000;

/** @throws GoldseedError STORE_UNFIT, PORT_IN_USE, RULES_INVALID. */
export async function startConfiguredGateway(
  config: Config,
  parts: GatewayParts,
): Promise<Gateway> {
  const { gatewayPool: pool, workerPool, secrets } = parts.store;
  const schema = loadSchema();
  const policy = loadPolicy(schema);
  const development = config.environment === "development";
  const onError = (message: string) => parts.log({ level: "warn", message });
  const accounts = openAccounts(pool, onError);
  // Not by the first request: it met what else begins at a start, and on a busy machine waited for a connection in vain.
  await accounts.refresh();
  const audit = openGatewayAudit(config, parts);
  const clocks = watchClocks({ pool: workerPool, audit: audit.log, log: parts.log });
  const onTime = (said: ClockReading) => clocks.watch.hear("issuer", said);
  const notices = openNotices(parts);
  const gateway = await startGateway({
    ...config,
    pool,
    audit: audit.log,
    workerPool,
    notices: notices.hub,
    uploadFolder: uploadFolderOf(config),
    uploadPatienceMs,
    streams: config,
    webhooks: webhookRules(config, secrets),
    schema,
    policy,
    authenticator: await openAuthenticator(config, {
      pool,
      accounts,
      secrets,
      policy,
      onError,
      onTime,
    }),
    furtherMetrics: () => [...clocks.watch.metrics(), ...audit.metrics(), ...disksOf(config)],
    trustedDocuments: trustedDocuments({
      accounts,
      required: config.trustedDocuments,
      own: consoleDocuments(),
    }),
    cursorSecret: Buffer.from(config.cursorKey ?? secrets.cursorKey),
    limits: config,
    admission: config,
    pointRates: pointRatesOf(config),
    fetchCityRecords: parts.fetchCityRecords,
    graphiql: { development, sessions: () => graphiqlSessions(config, parts) },
    introspection: development ? "all" : "developers",
    onInternalError: (error, requestId) =>
      parts.log({ level: "error", requestId, message: stackOf(error) }),
  });
  audit.ship();
  const stop = async () => {
    clocks.stop();
    await gateway.stop();
    await notices.close();
    await audit.stop();
  };
  return { ...gateway, stop };
}

const disksOf = ({ dataDir }: Config) =>
  diskMetrics({ data: dataDir, database: namedCluster(dataDir) });

/** Development has no limits unless they are set: whoever measures there measures the gateway. */
function pointRatesOf(config: Config): PointRates | null {
  const { pointsPerSecond, areaPointsPerSecond, totalPointsPerSecond, environment } = config;
  const set = [pointsPerSecond, areaPointsPerSecond, totalPointsPerSecond].some((n) => n !== null);
  if (environment === "development" && !set) return null;
  return {
    perSubject: pointsPerSecond ?? usualRates.perSubject,
    perArea: areaPointsPerSecond ?? usualRates.perArea,
    total: totalPointsPerSecond ?? usualRates.total,
    burstS: config.pointsBurstS,
  };
}

/** One connection that does nothing but listen. */
function openNotices({ store, log }: GatewayParts) {
  const onError = (error: unknown) => log({ level: "warn", message: `notices: ${wordsOf(error)}` });
  const pool = openPool({
    url: store.workerUrl,
    name: "goldseed notices",
    max: 1,
    statementTimeoutMs: 5_000,
    onIdleError: onError,
  });
  const hub = new NoticeHub({ pool, onError });
  const close = async () => {
    await hub.close();
    await pool.end();
  };
  return { hub, close };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function graphiqlSessions(config: Config, { store }: GatewayParts) {
  const sessions = await demoSessions(config, store.secrets);
  return sessions.map(({ label, caller, token }) => ({ label, tier: caller.tier, token }));
}
