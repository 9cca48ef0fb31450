/** One account sends so many files and bytes a day, by the rows of its imports: every gateway counts alike. */
import { GoldseedError } from "../../domain/errors.ts";
import type { Pool } from "../../store/pool.ts";
import { readUploadsOfDay } from "../../store/queries/read-uploads-of-day.ts";

export interface UploadQuota {
  readonly uploadsPerDay: number;
  readonly uploadBytesPerDay: number;
}

/** @param bytes of the file that is to come, as it says. @throws GoldseedError RATE_LIMITED */
export async function assertUploadQuota(
  pool: Pool,
  { uploadsPerDay, uploadBytesPerDay }: UploadQuota,
  { subject, bytes }: { readonly subject: string; readonly bytes: number },
): Promise<void> {
  const used = await readUploadsOfDay(pool, subject);
  if (used.files < uploadsPerDay && used.bytes + bytes <= uploadBytesPerDay) return;
  throw new GoldseedError(
    "RATE_LIMITED",
    `24 小时内已上传 ${used.files} 个文件、${used.bytes} 字节，每个账号至多 ${uploadsPerDay} 个、${uploadBytesPerDay} 字节 / ${used.files} files of ${used.bytes} bytes were sent in 24 hours; an account may send ${uploadsPerDay} of ${uploadBytesPerDay} bytes. Send the rest tomorrow, or have it imported on the server: goldseed import.`,
    { details: { retryAfterS: 3_600 } },
  );
}
