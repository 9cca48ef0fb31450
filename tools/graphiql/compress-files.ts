/**
 * Writes a gzip and a brotli copy beside every text file of the bundle, so that the gateway compresses nothing itself.
 *
 * Brotli at 9: on this bundle 11 takes 19.6 s instead of 0.9 s for 9 % less.
 */
import { readFile, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

async function compressFile(file: string): Promise<void> {
  const bytes = await readFile(file);
  const [brotli, zipped] = await Promise.all([
    brotliAsync(bytes, quality),
    gzipAsync(bytes, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${file}.br`, brotli), writeFile(`${file}.gz`, zipped)]);
}

export async function compressFiles(folder: string): Promise<void> {
  const names = await readdir(folder);
  const texts = names.filter((name) => /\.(?:js|css|html|svg|ttf)$/.test(name));
  await Promise.all(texts.map((name) => compressFile(path.join(folder, name))));
}
