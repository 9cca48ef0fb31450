/** Every form that crosses the wire, by name. A test pins the hash of them all: a change of the wire is never an accident. */
import { batchAnswerSchema } from "./batch-answer.ts";
import { batchSchema, heldRecommendationSchema, recommendationsByKeySchema } from "./batch.ts";
import { capabilitiesSchema } from "./capabilities.ts";
import { cityRecordSchema, cityRecordsSchema } from "./city-records.ts";
import { bucketRecordsSchema, comparisonSchema, hashPageSchema, leavesSchema } from "./digests.ts";
import { errorBodySchema } from "./error-body.ts";
import { listReceiptSchema } from "./list-receipt.ts";
import { manifestSchema } from "./manifest.ts";
import { detachedSignatureSchema } from "./signatures/detached-key.ts";
import { titlePageSchema, titleSchema, titlesByKeySchema } from "./title-page.ts";

export const wireSchemas = {
  Batch: batchSchema,
  BatchOutcome: batchAnswerSchema,
  BucketRecords: bucketRecordsSchema,
  Capabilities: capabilitiesSchema,
  CityRecord: cityRecordSchema,
  Comparison: comparisonSchema,
  Error: errorBodySchema,
  HashPage: hashPageSchema,
  HeldRecommendation: heldRecommendationSchema,
  Leaves: leavesSchema,
  ListReceipt: listReceiptSchema,
  Manifest: manifestSchema,
  ParcelSignature: detachedSignatureSchema,
  RecommendationsByKey: recommendationsByKeySchema,
  Records: cityRecordsSchema,
  Title: titleSchema,
  TitlePage: titlePageSchema,
  TitlesByKey: titlesByKeySchema,
} as const;
