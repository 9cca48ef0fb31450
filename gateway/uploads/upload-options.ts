/** What the routes of files need of the gateway. */
import type { AccessPolicy } from "../../domain/access/policy.ts";
import type { AuditLog } from "../../store/audit/audit-log.ts";
import type { Pool } from "../../store/pool.ts";
import type { Entrance } from "../auth/enter-caller.ts";
import type { UploadQuota } from "./upload-quota.ts";

export interface UploadRouteOptions extends Entrance, UploadQuota {
  /** Logs in as goldseed_worker; null where the gateway only reads. */
  readonly workerPool: Pool | null;
  readonly audit: AuditLog;
  readonly policy: AccessPolicy;
  /** Where files lie until they have been imported; survives a restart. */
  readonly uploadFolder: string;
  readonly maxUploadBytes: number;
  /** A file that takes longer is answered with the number of its import, to be asked for in the graph. */
  readonly uploadPatienceMs: number;
  readonly onInternalError: (error: unknown, requestId: string) => void;
}
