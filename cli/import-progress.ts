/** Shows how far an import has come: a bar on a terminal, a line in ten seconds in a log, events for programs. */
import { Presets, SingleBar } from "cli-progress";

import type { OnProgress, Progress } from "../intake/run/progress.ts";

export interface ProgressView {
  readonly onProgress: OnProgress;
  /** Takes the bar off the terminal. */
  readonly end: () => void;
}

const lineEveryMs = 10_000;
const eventEveryMs = 1_000;
const phases = {
  STAGING: "接收 staging",
  VALIDATING: "校验 checking",
  MERGING: "关联、合并 linking and merging",
} as const;

export function progressView(options: { readonly json: boolean }): ProgressView {
  if (options.json) return events();
  return process.stderr.isTTY ? bar() : lines();
}

function bar(): ProgressView {
  const format =
    "  {phase} {bar} {percentage}%  已读 read {read}  隔离 quarantined {quarantined}  {eta_formatted}";
  const one = new SingleBar(
    { format, stream: process.stderr, hideCursor: true },
    Presets.shades_classic,
  );
  let phase: Progress["phase"] | undefined;
  return {
    onProgress: (progress) => {
      const payload = { ...progress, phase: phases[progress.phase] };
      if (phase === progress.phase) return one.update(progress.done, payload);
      if (phase !== undefined) one.stop();
      phase = progress.phase;
      one.start(Math.max(1, progress.total), progress.done, payload);
    },
    end: () => one.stop(),
  };
}

function lines(): ProgressView {
  const due = every(lineEveryMs);
  return {
    onProgress: ({ phase, done, total, read, quarantined }) => {
      if (!due()) return;
      const share = Math.floor((done / Math.max(1, total)) * 100);
      process.stderr.write(
        `${phases[phase]} ${share}%  已读 read ${read}  隔离 quarantined ${quarantined}\n`,
      );
    },
    end: () => undefined,
  };
}

function events(): ProgressView {
  const due = every(eventEveryMs);
  return {
    onProgress: (progress) => {
      if (due()) process.stdout.write(`${JSON.stringify({ event: "progress", ...progress })}\n`);
    },
    end: () => undefined,
  };
}

function every(ms: number): () => boolean {
  let next = performance.now() + ms;
  return () => {
    const now = performance.now();
    if (now < next) return false;
    next = now + ms;
    return true;
  };
}
