/**
 * How the records of a source are fetched: YAML in the folder of connections, one file a source. Kept apart from the
 * source's description, because addresses and secrets belong to a place and not to the product.
 */
import { z } from "zod";

const text = z.string().trim().min(1);
/** Names separated by dots; an empty path is the whole answer. */
const path = z
  .string()
  .regex(/^([\w$-]+(\.[\w$-]+)*)?$/, { error: "expected names with dots between" });
const everyS = z.number().int().min(5).nullable().default(null);

const paging = z.discriminatedUnion("by", [
  z.strictObject({
    by: z.literal("page"),
    first: z.number().int().min(0).default(1),
    /** Records of a full page: a shorter one is the last. */
    size: z.number().int().min(1).max(10_000),
    /** Where the answer says how many records there are in all; every one of them must then come. */
    total: path.nullable().default(null),
  }),
  z.strictObject({
    by: z.literal("cursor"),
    /** Where the answer says what `{cursor}` of the next request is; null, empty or absent ends the reading. */
    next: path,
  }),
]);

const api = z.strictObject({
  /** With `{page}`, `{size}`, `{cursor}`, `{since}` where the values go. */
  url: text.refine((value) => URL.canParse(value.replace(/\{\w+\}/g, "0")), { error: "is no URL" }),
  records: path,
  /** The answer is a success only if this field says so: some interfaces fail with status 200. */
  success: z
    .strictObject({ field: path, equals: z.array(z.union([text, z.number(), z.boolean()])).min(1) })
    .nullable()
    .default(null),
  paging,
  since: z
    .strictObject({
      /** Field of a record that says when it was last changed. */
      field: text,
      from: text,
      /** Read again so many seconds before the latest change seen: clocks and commits are not in order. */
      overlapS: z.number().int().min(0).default(3_600),
    })
    .nullable()
    .default(null),
  auth: z
    .strictObject({
      header: z
        .string()
        .regex(/^[A-Za-z0-9-]+$/)
        .default("Authorization"),
      prefix: z.string().default("Bearer "),
      /** Beside the connection's file. The secret never stands in the YAML. */
      secretFile: text,
    })
    .nullable()
    .default(null),
  requestsPerSecond: z.number().positive().max(1_000).default(5),
  timeoutMs: z.number().int().min(100).max(600_000).default(30_000),
  retries: z.number().int().min(0).max(20).default(5),
  maxPageBytes: z.number().int().min(1_024).max(268_435_456).default(33_554_432),
  /** One landing; the cursor moves with each. */
  pagesPerRun: z.number().int().min(1).default(200),
  everyS,
});

const name = z.string().regex(/^[A-Za-z_][\w$]{0,62}$/, { error: "expected a plain SQL name" });

const table = z.strictObject({
  /** Beside the connection's file: a PostgreSQL connection string. */
  urlFile: text,
  schema: name.default("public"),
  table: name,
  /** A column that only grows: a sequence number or the time of the last change. */
  cursor: name,
  /** Read again so far before the last value: units of the number, or seconds of the time. */
  overlap: z.number().int().min(0).default(0),
  rowsPerRun: z.number().int().min(1).default(500_000),
  everyS,
});

export const connectionSchema = z
  .strictObject({ api: api.optional(), table: table.optional() })
  .refine((one) => one.api !== undefined || one.table !== undefined, {
    error: "has neither api nor table",
  });

export type Connection = z.infer<typeof connectionSchema>;
export type ApiConnection = z.infer<typeof api>;
export type TableConnection = z.infer<typeof table>;
