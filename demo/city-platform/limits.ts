/** The figures that `GET /v1/capabilities` publishes; every check reads them from here. */
export const limits = {
  maxBatchItems: 1000,
  maxBatchBytes: 1_048_576,
  maxPageItems: 1000,
  maxHashItems: 5000,
  maxRecordCodes: 100,
  idempotencyRetentionSeconds: 2_592_000,
  deltaTokenLifetimeSeconds: 604_800,
  clockSkewSeconds: 300,
} as const;

/** Request bodies above this are refused before they are read to the end. */
export const maxRequestBytes = 2 * 1024 * 1024;
export const maxKeysPerRead = 500;
export const maxBucketsPerRead = 256;
