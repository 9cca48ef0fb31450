/**
 * POST /imports?source=permits&name=permits.csv with the file as the body: what `goldseed import` does, for whoever has no
 * account on the server. The import itself runs beside the process that answers (intake/thread).
 */
import { setTimeout as pause } from "node:timers/promises";
import type { Readable } from "node:stream";

import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { assertDistrictOfficer } from "../../domain/access/assert-district-officer.ts";
import type { Principal } from "../../domain/access/principal.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { Progress } from "../../intake/run/progress.ts";
import { importerOf } from "../../intake/thread/importer.ts";
import type { ImportOutcome } from "../../intake/import-records.ts";
import { globalIdOf } from "../../lib/global-id.ts";
import type { Pool } from "../../store/pool.ts";
import { listOpenRuns } from "../../store/queries/import-runs.ts";
import { auditedUpload } from "./audited-upload.ts";
import { fileNameOf } from "./file-name.ts";
import { type ReceivedFile, receiveFile, tooLarge } from "./receive-file.ts";
import { enterCaller } from "../auth/enter-caller.ts";
import { sendFailure } from "./send-failure.ts";
import { assertUploadQuota } from "./upload-quota.ts";
import type { UploadRouteOptions } from "./upload-options.ts";

/** More at once would take the disk and the database from those who read. */
const mostAtOnce = 2;

interface Sent {
  readonly sourceId: string;
  readonly name: string;
  readonly dryRun: boolean;
  /** Why columns that look swapped are right. */
  readonly acceptColumns: string | undefined;
}

export function registerImportRoute(app: FastifyInstance, options: UploadRouteOptions): void {
  let receiving = 0;
  app.post("/imports", { bodyLimit: options.maxUploadBytes }, async (request, reply) => {
    try {
      const principal = await enterCaller(request, options);
      assertDistrictOfficer(principal, { zh: "导入文件", en: "import files" });
      const sent = sentOf(request);
      const pool = writingPool(options);
      refuseLength(request, options);
      const bytes = Number(request.headers["content-length"] ?? 0);
      await assertUploadQuota(pool, options, { subject: principal.subject, bytes });
      if (receiving >= mostAtOnce) throw busy();
      receiving++;
      const file = await receive(request, sent, options).finally(() => receiving--);
      if (bytes === 0) await refuseUnsaid(file, principal, pool, options);
      const begun = await begin({ file, sent, pool, principal, requestId: request.id }, options);
      return await answer(reply, begun, options.uploadPatienceMs);
    } catch (error) {
      // What is still coming in is not read any more.
      void reply.header("connection", "close");
      return sendFailure(reply, options, error, request.id);
    }
  });
}

function sentOf(request: FastifyRequest): Sent {
  const { source, name, dryRun, acceptColumns } = request.query as Record<string, unknown>;
  if (typeof source !== "string" || !/^[a-z][a-z0-9-]{0,40}$/.test(source)) {
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `来源“${String(source)}”不能用 / The source "${String(source)}" cannot be taken; expected ?source=permits, see sources in the graph.`,
    );
  }
  return {
    sourceId: source,
    name: fileNameOf(name),
    dryRun: dryRun === "true",
    acceptColumns: typeof acceptColumns === "string" ? acceptColumns : undefined,
  };
}

function writingPool({ workerPool }: UploadRouteOptions): Pool {
  if (workerPool !== null) return workerPool;
  throw new GoldseedError(
    "OPERATION_NOT_SUPPORTED",
    "此服务只读。 This gateway reads alone. Ask one that takes writes.",
  );
}

/** Refused before the first byte is read where the length is told. */
function refuseLength(request: FastifyRequest, { maxUploadBytes }: UploadRouteOptions): void {
  if (Number(request.headers["content-length"] ?? 0) > maxUploadBytes)
    throw tooLarge(maxUploadBytes);
}

const busy = (): GoldseedError =>
  new GoldseedError(
    "OVERLOADED",
    `同时上传的文件已达 ${mostAtOnce} 个，请稍后再试 / ${mostAtOnce} files are coming in already. Send yours in a minute.`,
    { details: { retryAfterS: 60 } },
  );

function receive(
  request: FastifyRequest,
  { name }: Sent,
  { uploadFolder: folder, maxUploadBytes: maxBytes }: UploadRouteOptions,
): Promise<ReceivedFile> {
  return receiveFile(request.body as Readable, { folder, name, maxBytes });
}

/** A length that was not told is known now. */
async function refuseUnsaid(
  file: ReceivedFile,
  { subject }: Principal,
  pool: Pool,
  options: UploadRouteOptions,
): Promise<void> {
  try {
    await assertUploadQuota(pool, options, { subject, bytes: file.bytes });
  } catch (error) {
    await file.remove();
    throw error;
  }
}

interface Landed {
  readonly file: ReceivedFile;
  readonly sent: Sent;
  readonly pool: Pool;
  readonly principal: Principal;
  readonly requestId: string;
}

interface Begun {
  /** Known when the first rows have been looked at. */
  readonly runId: Promise<string>;
  readonly done: Promise<ImportOutcome>;
}

async function begin(
  { file, sent, pool, principal, requestId }: Landed,
  options: UploadRouteOptions,
): Promise<Begun> {
  const { sourceId, dryRun, acceptColumns } = sent;
  const audited = {
    sourceId,
    file: sent.name,
    bytes: file.bytes,
    dryRun,
    ...(acceptColumns !== undefined && { acceptColumns: acceptColumns.slice(0, 500) }),
  };
  const told = await auditedUpload(options, { principal, requestId, audited });
  let seen: (runId: string) => void = () => undefined;
  const runId = new Promise<string>((resolve) => (seen = resolve));
  const request = {
    sourceId,
    path: file.path,
    dryRun,
    acceptColumns,
    startedBy: principal.subject,
    onProgress: (progress: Progress) => seen(progress.runId),
  };
  const done = importerOf(pool)
    .importRecords(request)
    .then(
      async (outcome) => {
        told.done(outcome);
        await file.remove();
        return outcome;
      },
      async (error: unknown) => {
        told.failed(error);
        if (!(await isNeeded(pool, file.path))) await file.remove();
        throw error;
      },
    );
  // It goes on after the answer: the audit and the run's row tell how it ended.
  done.catch(() => undefined);
  return { runId, done };
}

/** Whatever has cut a run short, only the bytes of its file can finish it: by hand, or at the next start. */
async function isNeeded(pool: Pool, path: string): Promise<boolean> {
  try {
    return (await listOpenRuns(pool)).some(({ report }) => report?.["path"] === path);
  } catch {
    // Who cannot be asked may still need it; what nobody needs goes at the next start.
    return true;
  }
}

/** @throws what the import threw, while nobody has been told that it had begun. */
async function answer(
  reply: FastifyReply,
  { runId, done }: Begun,
  patience: number,
): Promise<FastifyReply> {
  const late = pause(patience, undefined, { ref: false }).then(() => runId);
  const first = await Promise.race([done, late]);
  const known = typeof first === "string" ? { runId: first, report: null } : first;
  const { report } = known;
  return reply
    .code(report === null ? 202 : 200)
    .header("content-type", "application/json; charset=utf-8")
    .header("cache-control", "no-store")
    .send(
      JSON.stringify({
        run: known.runId,
        id: globalIdOf("ImportRun", [known.runId]),
        done: report !== null,
        resumed: "resumed" in known && known.resumed,
        report,
      }),
    );
}
