/**
 * What JavaScript holds, as of the last full collection. What the process uses between two of them is mostly garbage, and
 * its resident memory follows the room V8 gives to the young (17 to 134 MB under one and the same load).
 */
import { constants, type NodeGCPerformanceDetail, PerformanceObserver } from "node:perf_hooks";
import { getHeapStatistics } from "node:v8";

export class LiveHeap {
  /** Where V8 gives up. */
  readonly limitBytes = getHeapStatistics().heap_size_limit;
  /** Null before the first full collection. */
  bytes: number | null = null;
  readonly #observer = new PerformanceObserver((list) => {
    const full = list.getEntries().some((entry) => {
      const { detail } = entry as typeof entry & { detail: NodeGCPerformanceDetail };
      return detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR;
    });
    if (full) this.bytes = getHeapStatistics().used_heap_size;
  });

  constructor() {
    this.#observer.observe({ entryTypes: ["gc"] });
  }

  stop(): void {
    this.#observer.disconnect();
  }
}
