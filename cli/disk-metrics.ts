/** Room left on the disks that Goldseed writes to. A full one stops the database; nobody sees it come otherwise. */
import { statfsSync } from "node:fs";

import type { Metric } from "../lib/metrics-text.ts";

/** @param folders by name; null for none. One that cannot be looked at has no sample. */
export function diskMetrics(folders: Readonly<Record<string, string | null>>): readonly Metric[] {
  const samples = Object.entries(folders).flatMap(([folder, path]) => {
    const value = path === null ? null : freeBytes(path);
    return value === null ? [] : [{ labels: { folder }, value }];
  });
  return [
    {
      name: "goldseed_disk_free_bytes",
      help: "Room left on the disk of the data folder, and of the embedded database where it lies elsewhere.",
      type: "gauge",
      samples,
    },
  ];
}

function freeBytes(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return null;
  }
}
