/** The exchange with the city as metrics; docs/operations.md says which of them wake somebody. */
import type { Metric } from "../../lib/metrics-text.ts";
import type { SyncMetrics } from "../../store/queries/sync-metrics.ts";

type Stream = SyncMetrics["streams"][number];

const gauges: readonly (readonly [
  name: string,
  help: string,
  value: (stream: Stream) => number | null,
])[] = [
  ["age_seconds", "Seconds since the stream was last exchanged to its end.", ({ ageS }) => ageS],
  [
    "outbox_depth",
    "Changes that no batch to the city holds yet.",
    ({ outboxDepth }) => outboxDepth,
  ],
  [
    "outbox_age_seconds",
    "Age of the oldest change that no batch holds yet.",
    ({ outboxAgeS }) => outboxAgeS,
  ],
  ["open_conflicts", "Conflicts that wait for an officer.", ({ openConflicts }) => openConflicts],
  ["dead_batches", "Batches that the city refuses whole.", ({ rejectedItems }) => rejectedItems],
  ["waiting_batches", "Sealed batches without an outcome.", ({ waitingBatches }) => waitingBatches],
  [
    "waiting_batch_age_seconds",
    "Seconds since the oldest batch was sealed that has no outcome yet, or not for all its records.",
    (s) => s.waitingBatchAgeS,
  ],
  [
    "agreement_age_seconds",
    "Seconds since both sides were proven to agree.",
    ({ agreementAgeS }) => agreementAgeS,
  ],
  [
    "agreed",
    "1 when the newest comparison found both sides equal, 0 when not.",
    ({ agreed }) => (agreed === null ? null : Number(agreed)),
  ],
  [
    "open_drifts",
    "Members, values or types of the city's records that are not as agreed.",
    (s) => s.openDrifts,
  ],
  ["sweep_age_seconds", "Seconds since the last sweep for untold changes.", (s) => s.sweepAgeS],
  ["batch_items", "Most records in a batch while the city is overloaded.", (s) => s.batchItems],
];

/** Pure. A figure that is not known yet has no sample. */
export function syncMetricsOf(metrics: SyncMetrics): readonly Metric[] {
  const { streams, runs, breakerOpen } = metrics;
  const perStream = gauges.map(([name, help, valueOf]): Metric => {
    const samples = streams.flatMap((stream) => {
      const value = valueOf(stream);
      return value === null ? [] : [{ labels: { stream: stream.stream }, value }];
    });
    return { name: `goldseed_sync_${name}`, help, type: "gauge", samples };
  });
  return [
    ...perStream,
    {
      name: "goldseed_sync_runs_total",
      help: "Runs of the exchange in the ledger by direction, stream and state.",
      type: "counter",
      samples: runs.map(({ direction, stream, state, count }) => ({
        labels: { direction, stream, state },
        value: count,
      })),
    },
    {
      name: "goldseed_sync_uncaptured_total",
      help: "Changes that no trigger told of and a sweep found.",
      type: "counter",
      samples: streams.map(({ stream, uncaptured }) => ({ labels: { stream }, value: uncaptured })),
    },
    {
      name: "goldseed_sync_breaker_open",
      help: "1 while the city was away at the last attempt and is left alone, else 0.",
      type: "gauge",
      samples: [{ value: Number(breakerOpen) }],
    },
    {
      name: "goldseed_sync_waiting_list_receipts",
      help: "Receipts for the city's lists (L0) that could not be laid down yet.",
      type: "gauge",
      samples: [{ value: metrics.waitingListReceipts }],
    },
    {
      name: "goldseed_sync_waiting_list_receipt_age_seconds",
      help: "Age of the oldest receipt for a list that could not be laid down yet.",
      type: "gauge",
      samples: [{ value: metrics.waitingListReceiptAgeS }],
    },
  ];
}
