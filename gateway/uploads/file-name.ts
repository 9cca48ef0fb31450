/** The name under which a file is sent: it becomes a name in a folder of ours, and stands in reports. */
import { GoldseedError } from "../../domain/errors.ts";

const most = 150;

/** @throws GoldseedError BAD_USER_INPUT for a name that leads elsewhere, or none. */
export function fileNameOf(given: unknown): string {
  const name = typeof given === "string" ? given.normalize("NFC") : "";
  // oxlint-disable-next-line no-control-regex -- they are what is refused
  const plain = /^[^/\\:\u0000-\u001f\u007f]+$/u.test(name) && !name.startsWith(".");
  if (plain && Buffer.byteLength(name) <= most) return name;
  throw new GoldseedError(
    "BAD_USER_INPUT",
    `文件名“${name.slice(0, 100)}”不能用 / The file name "${name.slice(0, 100)}" cannot be taken; expected ?name=permits.csv: no folders, no control characters, no dot first, at most ${most} bytes.`,
  );
}
