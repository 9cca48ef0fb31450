/** `goldseed criteria judge`: records in, verdicts out, a line each, however many there are. */
import type { Criteria } from "../domain/criteria/criteria.ts";
import { judgeRecord, type RecordOptions } from "../domain/criteria/record/judge-record.ts";
import { parseJsonExact } from "../lib/parse-json-exact.ts";

export interface JudgeStreams {
  readonly lines: AsyncIterable<string>;
  /** Resolves when more may be written; rejects when nobody reads any more. */
  readonly write: (text: string) => Promise<void>;
  readonly complain: (text: string) => void;
}

export interface JudgeCount {
  readonly judged: number;
  readonly refused: number;
}

/** Text is written in pieces of about this size: a write for each line costs more than the judging. */
const pieceLength = 64 * 1024;

/** Lines that cannot be judged are named on the side and the rest goes on; blank lines are nothing. */
export async function judgeLines(
  criteria: Criteria,
  options: RecordOptions,
  streams: JudgeStreams,
): Promise<JudgeCount> {
  const count = { judged: 0, refused: 0 };
  let piece = "";
  let number = 0;
  for await (const line of streams.lines) {
    number++;
    const text = number === 1 ? line.replace(/^\uFEFF/, "") : line;
    if (text.trim() === "") continue;
    const outcome = judgeLine(text, criteria, options);
    if (outcome.ok) {
      count.judged++;
      piece += `${JSON.stringify(outcome.verdict)}\n`;
    } else {
      count.refused++;
      streams.complain(`第 ${number} 行 line ${number}: ${outcome.problems.join("; ")}\n`);
    }
    if (piece.length >= pieceLength) {
      await streams.write(piece);
      piece = "";
    }
  }
  if (piece !== "") await streams.write(piece);
  return count;
}

function judgeLine(
  text: string,
  criteria: Criteria,
  options: RecordOptions,
): ReturnType<typeof judgeRecord> {
  let record: unknown;
  try {
    record = parseJsonExact(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      ok: false,
      problems: [
        `不是 JSON（${reason}），每行应为一条记录 / not JSON (${reason}); expected one record on a line`,
      ],
    };
  }
  return judgeRecord(record, criteria, options);
}
