/** Tells the steps of a start: lines with durations for people (stderr), one event a line for programs (stdout). */
import { bothLanguages, type Language } from "./both-languages.ts";
import { width } from "./table.ts";

export interface Telling {
  /** @param total 0 when it is not known yet. */
  readonly progress: (done: number, total: number) => void;
  /** A few words that end up beside the step. */
  readonly detail: (text: string) => void;
}

export interface StartReport {
  readonly step: <T>(title: StepTitle, work: (telling: Telling) => Promise<T>) => Promise<T>;
  /** Something to know that does not stop the start. */
  readonly note: (text: string) => void;
  /** A line of the log: what goes on by itself. */
  readonly log: (line: string) => void;
}

export interface StepTitle {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

export interface ReportOutput {
  readonly write: (text: string) => void;
  /** True for a terminal, where a line can be written over. */
  readonly redraws: boolean;
  readonly clock: () => number;
  readonly language: Language;
}

const barPlaces = 24;
const titlePlaces = 34;
/** A terminal is redrawn ten times a second; a log gets a line in ten seconds. */
const redrawMs = 100;
const logMs = 10_000;
/** A step that cannot tell how far it is shows its seconds: silence looks like a hang. */
const redrawSilentMs = 1_000;

export function terminalReport(output: ReportOutput): StartReport {
  const { write, redraws, clock, language } = output;
  const silentMs = redraws ? redrawSilentMs : logMs;
  /** Steps stand in steps; the innermost one tells. */
  let depth = 0;
  return {
    note: (text) => write(`  ! ${text}\n`),
    log: (line) => write(`${line}\n`),
    step: async (title, work) => {
      const startedAt = clock();
      const label = pad(bothLanguages(language, title.zh, title.en, " "));
      let shownAt = redraws ? Number.NEGATIVE_INFINITY : startedAt;
      let detail = "";
      const ownDepth = (depth += 1);
      const draw = (text: string) =>
        write(redraws ? `\r\u001b[2K  … ${label} ${text}` : `  … ${label} ${text}\n`);
      const progress = (done: number, total: number) => {
        if (clock() - shownAt < (redraws ? redrawMs : logMs)) return;
        shownAt = clock();
        draw(progressText(done, total, clock() - startedAt));
      };
      const end = (mark: string) => {
        const line = `  ${mark} ${label} ${seconds(clock() - startedAt)}${detail === "" ? "" : `  ${detail}`}`;
        write(`${redraws ? "\r\u001b[2K" : ""}${line}\n`);
      };
      const tellSilence = () => {
        if (depth !== ownDepth || clock() - shownAt < silentMs) return;
        shownAt = clock();
        draw(seconds(clock() - startedAt).trimStart());
      };
      if (redraws) draw("");
      const silence = setInterval(tellSilence, silentMs);
      try {
        const result = await work({ progress, detail: (text) => (detail = text) });
        end("✓");
        return result;
      } catch (error) {
        end("✗");
        throw error;
      } finally {
        clearInterval(silence);
        depth -= 1;
      }
    },
  };
}

/** Events: `{"event":"step","step","state":"begin|progress|done|failed", …}` and `{"event":"note","text"}`. */
export function eventReport(
  write: (event: Readonly<Record<string, unknown>>) => void,
  clock: () => number,
): StartReport {
  return {
    note: (text) => write({ event: "note", text }),
    log: (text) => write({ event: "note", text }),
    step: async ({ name: step }, work) => {
      const startedAt = clock();
      let shownAt = startedAt;
      let detail: string | null = null;
      write({ event: "step", step, state: "begin" });
      const progress = (done: number, total: number) => {
        if (clock() - shownAt < 1_000) return;
        shownAt = clock();
        write({ event: "step", step, state: "progress", done, total });
      };
      const end = (state: string) =>
        write({ event: "step", step, state, ms: Math.round(clock() - startedAt), detail });
      try {
        const result = await work({ progress, detail: (text) => (detail = text) });
        end("done");
        return result;
      } catch (error) {
        end("failed");
        throw error;
      }
    },
  };
}

function progressText(done: number, total: number, elapsedMs: number): string {
  if (total <= 0) return count(done);
  const share = Math.min(1, done / total);
  const filled = Math.round(share * barPlaces);
  const leftMs = share > 0.02 ? (elapsedMs / share) * (1 - share) : null;
  const left = leftMs === null ? "" : `  剩余 left ${Math.ceil(leftMs / 1_000)} s`;
  return `${"█".repeat(filled)}${"░".repeat(barPlaces - filled)} ${count(done)} / ${count(total)}${left}`;
}

const count = (value: number) => Math.round(value).toLocaleString("en-US");
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`.padStart(7);
const pad = (text: string) => text + " ".repeat(Math.max(0, titlePlaces - width(text)));
