/** A listening gateway over a test database; tokens are the names of principals, so that tests are about what follows. */
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Principal } from "../../domain/access/principal.ts";
import { GoldseedError } from "../../domain/errors.ts";
import { defaultOperationLimits } from "../../gateway/limits/measure-operation.ts";
import { loadPolicy } from "../../gateway/load-policy.ts";
import { loadSchema } from "../../gateway/load-schema.ts";
import { type Gateway, type GatewayOptions, startGateway } from "../../gateway/main.ts";
import { NoticeHub } from "../../store/notice-hub.ts";
import type { Pool } from "../../store/pool.ts";
import { pageLimits, webhookRules } from "./graph.ts";
import { type MemoryAudit, memoryAudit } from "./memory-audit.ts";

export interface TestGateway extends Gateway {
  readonly internalErrors: unknown[];
  /** What was written into the audit, unless the test brings an audit of its own. */
  readonly audited: MemoryAudit["events"];
}

export async function openGateway(
  pool: Pool,
  principals: Readonly<Record<string, Principal>>,
  overrides: Partial<GatewayOptions> = {},
): Promise<TestGateway> {
  const schema = loadSchema();
  const internalErrors: unknown[] = [];
  const audit = memoryAudit();
  const notices = new NoticeHub({ pool, onError: (error) => internalErrors.push(error) });
  const gateway = await startGateway({
    host: "127.0.0.1",
    port: 0,
    pool,
    workerPool: null,
    notices,
    streams: { maxStreams: 100, maxStreamsPerSubject: 20 },
    schema,
    policy: loadPolicy(schema),
    audit,
    authenticator: {
      authenticate: (header) => {
        const known = principals[header?.replace("Bearer ", "") ?? ""];
        return known
          ? Promise.resolve(known)
          : Promise.reject(new GoldseedError("UNAUTHENTICATED", "No such caller."));
      },
    },
    trustedDocuments: { admit: () => Promise.resolve(null), letsAnythingPass: () => true },
    cursorSecret: Buffer.alloc(32, 7),
    limits: { ...defaultOperationLimits, ...pageLimits, maxCost: 2_000 },
    pointRates: null,
    admission: { maxInFlight: 64, maxWaiting: 64, maxWaitMs: 500 },
    gatewayPoolSize: 4,
    requestTimeoutMs: 10_000,
    statementTimeoutMs: 10_000,
    maxBodyBytes: 256 * 1024,
    uploadFolder: join(tmpdir(), "goldseed-uploads-of-tests"),
    maxUploadBytes: 1_048_576,
    uploadsPerDay: 1_000,
    uploadBytesPerDay: 1_073_741_824,
    uploadPatienceMs: 60_000,
    drainTimeoutMs: 2_000,
    fetchCityRecords: null,
    metricsToken: null,
    graphiql: { development: false, sessions: () => Promise.resolve([]) },
    introspection: "developers",
    webhooks: webhookRules,
    onInternalError: (error) => internalErrors.push(error),
    ...overrides,
  });
  const stop = async () => {
    await gateway.stop();
    await notices.close();
  };
  return { ...gateway, stop, internalErrors, audited: audit.events };
}
