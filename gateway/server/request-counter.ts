/** How many requests came to what, and how long they took in all; counted in this process since it started. */
import type { Metric } from "../../lib/metrics-text.ts";

export class RequestCounter {
  readonly #counts = new Map<string, number>();
  #seconds = 0;

  /** @param outcome a code of the error catalogue, `OK`, or `REFUSED` for what another handler answered with a 4xx. */
  count(outcome: string, seconds: number): void {
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1);
    this.#seconds += seconds;
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
    ];
  }
}
