/** A ZIP archive of given parts, right or wrong in the ways that a test asks for. */
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the archive says the unpacked size is; the true one when left out. */
  readonly saidBytes?: number;
  /** Sets the bit of an encrypted part. */
  readonly encrypted?: boolean;
}

export function zipOf(parts: readonly ZipPart[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const { local, central, body } = entryOf(part, at);
    bodies.push(local, body);
    directory.push(central);
    at += local.length + body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listed, end]);
}

function entryOf({ name, content, saidBytes, encrypted = false }: ZipPart, at: number) {
  const bytes = Buffer.from(content as string);
  const body = deflateRawSync(bytes);
  const fileName = Buffer.from(name);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x0800 | (encrypted ? 1 : 0), 2);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(body.length, 14);
  facts.writeUInt32LE(saidBytes ?? bytes.length, 18);
  facts.writeUInt16LE(fileName.length, 22);
  const local = Buffer.concat([Buffer.from("504b0304", "hex"), facts, fileName]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(at, 10);
  const central = Buffer.concat([Buffer.from("504b01021400", "hex"), facts, tail, fileName]);
  return { local, central, body };
}
