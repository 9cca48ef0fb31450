/** How many requests came to what, and how long they took; counted in this process since it started. */
import type { Metric } from "../../lib/metrics-text.ts";

/** From the fastest kept answer to the deadline of a request. */
const boundsS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

export class RequestCounter {
  readonly #counts = new Map<string, number>();
  /** How many took no longer than each bound and longer than the one before; the last took longer than all. */
  readonly #durations: number[] = [...boundsS.map(() => 0), 0];
  #seconds = 0;

  /** @param outcome a code of the error catalogue, `OK`, or `REFUSED` for what another handler answered with a 4xx. */
  count(outcome: string, seconds: number): void {
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
    this.#seconds += seconds;
    let at = 0;
    while (at < boundsS.length && seconds > (boundsS[at] as number)) at += 1;
    this.#durations[at] = (this.#durations[at] as number) + 1;
  }

  metrics(): readonly Metric[] {
    return [
      {
        name: "goldseed_requests_total",
        help: "Requests of the graph by outcome: OK or a code of docs/errors.md.",
        type: "counter",
        samples: [...this.#counts].map(([outcome, value]) => ({ labels: { outcome }, value })),
      },
      {
        name: "goldseed_request_seconds_total",
        help: "Seconds spent on requests of the graph.",
        type: "counter",
        samples: [{ value: this.#seconds }],
      },
      this.#histogram(),
    ];
  }

  #histogram(): Metric {
    let count = 0;
    const buckets = this.#durations.map((value, at) => {
      const le = String(boundsS[at] ?? "+Inf");
      return { suffix: "_bucket", labels: { le }, value: (count += value) };
    });
    return {
      name: "goldseed_request_duration_seconds",
      help: "Requests of the graph by how long they took.",
      type: "histogram",
      samples: [
        ...buckets,
        { suffix: "_sum", value: this.#seconds },
        { suffix: "_count", value: count },
      ],
    };
  }
}
