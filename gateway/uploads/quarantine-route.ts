/** GET /imports/quarantine.csv?run=12 or ?source=permits: bad rows to be mended in a spreadsheet and sent again. */
import { Readable } from "node:stream";

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { admitQuarantineExport } from "../../accounts/admit-quarantine-export.ts";
import { assertDistrictOfficer } from "../../domain/access/assert-district-officer.ts";
import { decideField } from "../../domain/access/policy.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { actingParts, categoryOfRead } from "../../domain/audit-event.ts";
import { GoldseedError } from "../../domain/errors.ts";
import { exportQuarantine } from "../../intake/quarantine/export-quarantine.ts";
import { enterCaller } from "../auth/enter-caller.ts";
import { forbiddenField } from "../compile/refused-field.ts";
import { sendFailure } from "./send-failure.ts";
import type { UploadRouteOptions } from "./upload-options.ts";

interface Wanted {
  readonly runId: string | undefined;
  readonly sourceId: string | undefined;
}

export function registerQuarantineRoute(app: FastifyInstance, options: UploadRouteOptions): void {
  app.get("/imports/quarantine.csv", async (request, reply) => {
    try {
      const principal = await allowedCaller(request, options);
      const wanted = wantedOf(request.query as Record<string, unknown>);
      const { workerPool, policy } = options;
      const id = confirmedOf(request);
      if (workerPool !== null)
        await admitQuarantineExport(
          workerPool,
          principal,
          { filter: wanted, id },
          policy.bulkExport,
        );
      await options.audit.record({
        ...actingParts(principal),
        category: categoryOfRead(principal),
        action: "http.quarantine",
        outcome: "DONE",
        policyVersion: options.policy.version,
        requestId: request.id,
        details: {
          run: wanted.runId ?? null,
          source: wanted.sourceId ?? null,
          ...(id !== null && { exportRequest: id }),
        },
      });
      const stillAllowed = async () => allowedCaller(request, options);
      return await send(reply, wanted, options, stillAllowed);
    } catch (error) {
      return sendFailure(reply, options, error, request.id);
    }
  });
}

/** The export that another person has confirmed, as the caller says. */
function confirmedOf({ headers }: FastifyRequest): string | null {
  const sent = headers["x-export-request"];
  return typeof sent === "string" ? sent : null;
}

/** @throws GoldseedError UNAUTHENTICATED, FORBIDDEN */
async function allowedCaller(
  request: FastifyRequest,
  options: UploadRouteOptions,
): Promise<Principal> {
  const principal = await enterCaller(request, options);
  assertDistrictOfficer(principal, { zh: "下载隔离行", en: "download quarantined rows" });
  // The file is these fields and no others: whoever is refused them in the graph is refused them here.
  for (const field of ["QuarantinedRow.raw", "QuarantinedRow.reasons"])
    if (decideField(options.policy, principal, field).kind !== "show") throw forbiddenField(field);
  return principal;
}

async function send(
  reply: FastifyReply,
  wanted: Wanted,
  { workerPool }: UploadRouteOptions,
  stillAllowed: () => Promise<unknown>,
): Promise<FastifyReply> {
  if (workerPool === null) {
    throw new GoldseedError(
      "OPERATION_NOT_SUPPORTED",
      "此服务只读。 This gateway reads alone. Ask one that takes writes.",
    );
  }
  const pieces = exportQuarantine(workerPool, wanted);
  // The first piece before the status: rows of two sources are refused and not cut off half way.
  const first = await pieces.next();
  if (first.done === true) throw nothing(wanted);
  return reply
    .header("content-type", "text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="quarantine-${nameOf(wanted)}.csv"`)
    .header("cache-control", "no-store")
    .send(Readable.from(whileAllowed(first.value, pieces, stillAllowed)));
}

/** A right that is withdrawn meanwhile breaks the file off: the client sees that it is not whole. */
async function* whileAllowed(
  first: string,
  rest: AsyncIterable<string>,
  stillAllowed: () => Promise<unknown>,
): AsyncGenerator<string> {
  yield first;
  for await (const piece of rest) {
    await stillAllowed();
    yield piece;
  }
}

const nameOf = ({ sourceId, runId }: Wanted): string =>
  [sourceId, runId].filter((part) => part !== undefined).join("-");

function wantedOf({ run, source }: Record<string, unknown>): Wanted {
  const isRun = typeof run === "string" && /^\d{1,18}$/.test(run);
  const isSource = typeof source === "string" && /^[a-z][a-z0-9-]{0,40}$/.test(source);
  if ((run === undefined || isRun) && (source === undefined || isSource) && (isRun || isSource)) {
    return { runId: isRun ? run : undefined, sourceId: isSource ? source : undefined };
  }
  throw new GoldseedError(
    "BAD_USER_INPUT",
    "请给出 ?run=导入编号 或 ?source=来源 / Give ?run= with the number of an import, or ?source= with a source, or both.",
  );
}

const nothing = ({ sourceId, runId }: Wanted): GoldseedError =>
  new GoldseedError(
    "NOT_FOUND",
    `隔离区没有待处理的行 / No open row of ${sourceId === undefined ? `run ${runId}` : `"${sourceId}"`} is in quarantine.`,
  );
