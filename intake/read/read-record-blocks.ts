/** The records of a file, block by block: lines decoded, taken apart, damaged ones marked. */
import { isUtf8 } from "node:buffer";

import { finding, type Finding } from "../validate/finding.ts";
import type { FileFacts } from "./file-facts.ts";
import { eachLine, type LineBlock, readLineBlocks } from "./line-blocks.ts";
import type { SourceRecord } from "./source-record.ts";

/** Takes decoded text apart; what reads CSV and what reads JSON lines are both one. */
export interface RecordSplitter {
  readonly push: (text: string, firstLine: number) => SourceRecord[];
  readonly end: () => SourceRecord[];
}

export interface RecordBlock {
  readonly records: readonly SourceRecord[];
  /** Bytes of the file read so far. */
  readonly bytes: number;
}

/** @throws GoldseedError FILE_REFUSED for a line of more than a megabyte. */
export async function* readRecordBlocks(
  path: string,
  facts: Pick<FileFacts, "encoding">,
  splitter: RecordSplitter,
): AsyncGenerator<RecordBlock, void, undefined> {
  const decode = lineDecoder(facts.encoding);
  let bytes = 0;
  for await (const block of readLineBlocks(path, facts.encoding)) {
    bytes += block.bytes.length;
    const damaged = new Map<number, Finding>();
    const text = decode(block, damaged);
    const records = splitter.push(text, block.firstLine);
    yield { records: damaged.size === 0 ? records : mark(records, damaged), bytes };
  }
  yield { records: splitter.end(), bytes };
}

type Decode = (block: LineBlock, damaged: Map<number, Finding>) => string;

function lineDecoder(encoding: FileFacts["encoding"]): Decode {
  const label = encoding === "GB18030" ? "gb18030" : "utf-8";
  const strict = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder(label, { ignoreBOM: true });
  return (block, damaged) => {
    const clean = !block.bytes.includes(0);
    const whole = clean ? tryDecode(strict, block.bytes) : undefined;
    if (whole !== undefined) return whole;
    const lines: string[] = [];
    eachLine(block, (bytes, line) => {
      const right = label === "utf-8" ? isUtf8(bytes) : tryDecode(strict, bytes) !== undefined;
      if (!right) damaged.set(line, finding("ENCODING_WRONG", { expected: encoding }));
      else if (bytes.includes(0)) damaged.set(line, finding("NUL_BYTE"));
      // PostgreSQL stores no NUL; the picture of it keeps the place visible.
      lines.push(lenient.decode(bytes).replaceAll("\0", "␀"));
    });
    return `${lines.join("\n")}\n`;
  };
}

function tryDecode(decoder: InstanceType<typeof TextDecoder>, bytes: Buffer): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** A record bears the damage of each of its lines; the next record's line ends it. */
function mark(
  records: readonly SourceRecord[],
  damaged: ReadonlyMap<number, Finding>,
): SourceRecord[] {
  return records.map((record, i) => {
    const next = records[i + 1]?.line ?? record.line + 1;
    const faults: Finding[] = [];
    for (let line = record.line; line < next; line++) {
      const fault = damaged.get(line);
      if (fault !== undefined) faults.push(fault);
    }
    return faults.length === 0 ? record : { ...record, faults: [...record.faults, ...faults] };
  });
}
