/** The small forms of the wire, each checked as docs/city-protocol.md section 2 says. */
import { z } from "zod";

import { isCreditCode } from "../../domain/enterprise/credit-code.ts";
import { isIsoDate } from "../../lib/iso-date.ts";

export const protocolName = "sme-sync/1";
export const canonVersion = 1;

export const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
export const isoDate = z.string().refine(isIsoDate, "is not a date that exists");
/** A count beyond 2^53 as text: revision, version, batch number. */
export const revision = z.string().regex(/^(0|[1-9]\d{0,18})$/);
export const digestHex = z.string().regex(/^[0-9a-f]{64}$/);
export const uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
export const district = z.string().regex(/^\d{6}$/);
export const creditCode = z.string().refine(isCreditCode, "is not a valid credit code");
/** `|` parts the key, so a batch may not hold it. */
export const batchLabel = z.string().regex(/^[^|\p{Cc}]{1,40}$/u);
export const count = z.number().int().min(0);
export const cursor = z.string().max(1000).nullable();
