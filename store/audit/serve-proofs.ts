/** The thread's side: one connection, one part after the other. */
import { parentPort, workerData } from "node:worker_threads";

import { openPool } from "../pool.ts";
import type { AuditPublicKey } from "./audit-signature.ts";
import { proveSegment, type Segment, type SegmentProof } from "./prove-segment.ts";

export interface ProofTask {
  readonly id: number;
  readonly segment: Segment;
  readonly key: AuditPublicKey;
}

export type ProofReply =
  | { readonly id: number; readonly proof: SegmentProof | null }
  | { readonly id: number; readonly error: unknown };

export function serveProofs(): void {
  const { url } = workerData as { readonly url: string };
  const pool = openPool({
    url,
    name: "goldseed audit verify",
    max: 1,
    statementTimeoutMs: 600_000,
    connectionTimeoutMs: 600_000,
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  const say = (reply: ProofReply): void => parentPort?.postMessage(reply);
  parentPort?.on("message", ({ id, segment, key }: ProofTask) => {
    proveSegment(pool, segment, key).then(
      (proof) => say({ id, proof }),
      (error: unknown) => say({ id, error }),
    );
  });
}
