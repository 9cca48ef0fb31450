/** Faults of form: bytes that are not the JSON of the protocol. They are signed, as a peer that errs would sign them. */
import type { Operation } from "../vocabulary.ts";
import type { FaultBox } from "./fault-box.ts";

const page = "<html><head><title>502</title></head><body>系统维护中</body></html>";

export function spoilBytes(faults: FaultBox, operation: Operation, bytes: Buffer): Buffer {
  const struck = (kind: Parameters<FaultBox["strike"]>[1]) => faults.strike(operation, kind);
  if (struck("html") !== null) return Buffer.from(page, "utf8");
  if (struck("empty-body") !== null) return Buffer.alloc(0);
  if (struck("error-in-200") !== null) {
    return Buffer.from('{"code":500,"msg":"系统异常，请稍后再试","data":null}', "utf8");
  }
  if (struck("bom") !== null) return Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), bytes]);
  // The two bytes of one character in GB18030, where UTF-8 is promised.
  if (struck("gb18030") !== null) {
    return Buffer.concat([
      bytes.subarray(0, 1),
      Buffer.from('"x":"\xc7\xe0",', "latin1"),
      bytes.subarray(1),
    ]);
  }
  if (struck("duplicate-member") !== null) {
    return Buffer.concat([Buffer.from('{"count":0,"revision":"1",'), bytes.subarray(1)]);
  }
  const short = struck("truncate-framed");
  return short === null ? bytes : bytes.subarray(0, cutAt(bytes, short.fraction));
}

export function cutAt(bytes: Buffer, fraction = 0.5): number {
  return Math.floor(bytes.length * fraction);
}
