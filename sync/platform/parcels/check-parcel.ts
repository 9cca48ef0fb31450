/** Whether a parcel that lies there is what it says, from whom it says: only then is anything of it looked at. */
import { parseStrictJson } from "../../protocol/parse-strict-json.ts";
import { signatureProblem } from "../../protocol/signatures/check-detached.ts";
import type { DetachedCheckingKey } from "../../protocol/signatures/detached-key.ts";
import { manifestSchema, type Manifest } from "../../protocol/manifest.ts";
import type { FoundParcel } from "./parcel-box.ts";

export interface CheckedParcel {
  readonly found: FoundParcel;
  /** Null when `problem` says why. */
  readonly manifest: Manifest | null;
  readonly problem: string | null;
  /** What it claims its revision to be, believed or not; null when it claims none. */
  readonly claims: bigint | null;
}

export interface Expected {
  readonly kind: Manifest["parcel"];
  readonly district: string;
  readonly keys: readonly DetachedCheckingKey[];
  readonly at: Date;
}

export async function checkParcel(found: FoundParcel, expected: Expected): Promise<CheckedParcel> {
  const { bytes, signature } = found;
  const parsed = parse(bytes);
  if (typeof parsed === "string") return { found, manifest: null, problem: parsed, claims: null };
  const claims = BigInt(parsed.revision);
  const problem =
    (await signatureProblem(expected.keys, { bytes, signature, at: expected.at })) ??
    misplaced(parsed, expected);
  return { found, manifest: problem === null ? parsed : null, problem, claims };
}

function parse(bytes: Uint8Array): Manifest | string {
  try {
    const parsed = manifestSchema.safeParse(parseStrictJson(bytes));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return `the manifest is not of the protocol: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`;
  } catch (error) {
    return `the manifest cannot be read: ${(error as Error).message.slice(0, 200)}`;
  }
}

function misplaced({ parcel, district }: Manifest, expected: Expected): string | null {
  if (parcel !== expected.kind) return `it is a parcel of ${parcel}, expected ${expected.kind}`;
  if (district === expected.district) return null;
  return `it is for the district "${district}", expected "${expected.district}"`;
}
