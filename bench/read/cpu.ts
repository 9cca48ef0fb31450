/** CPU seconds of processes, as Linux counts them; elsewhere nothing is told. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const ticksPerSecond = 100;
/** Fields of /proc/PID/stat behind the name: parent, pages met for the first time, user and system time. */
const parentField = 1;
const minorFaultsField = 7;
const userField = 11;
const systemField = 12;
/** Of the first line of /proc/stat, behind its name. */
const stolenField = 7;

/** @returns null where the system does not tell. */
export function cpuSeconds(pid: number): number | null {
  const fields = statFields(String(pid));
  return fields ? (Number(fields[userField]) + Number(fields[systemField])) / ticksPerSecond : null;
}

/** Of a process's first thread alone, which is all of a PostgreSQL backend, by the nanosecond. */
export function threadCpuSeconds(pid: number): number | null {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e9;
  } catch {
    return null;
  }
}

/** Pages that a process has met for the first time while they lay in memory. */
export function pageFaults(pid: number): number | null {
  const fields = statFields(String(pid));
  return fields ? Number(fields[minorFaultsField]) : null;
}

/** What a process had read from the disk itself, beyond what lay in memory anywhere. */
export function diskBytesRead(pid: number): number | null {
  try {
    return Number(/^read_bytes: (\d+)$/mu.exec(readFileSync(`/proc/${pid}/io`, "utf8"))?.[1]);
  } catch {
    return null;
  }
}

/** Of a process's children together: PostgreSQL serves each connection by one. */
export function childCpuSeconds(parent: number | null): number | null {
  if (parent === null || !existsSync("/proc/self/stat")) return null;
  let total = 0;
  for (const name of readdirSync("/proc")) {
    const fields = /^\d+$/u.test(name) ? statFields(name) : null;
    if (fields && Number(fields[parentField]) === parent)
      total += (Number(fields[userField]) + Number(fields[systemField])) / ticksPerSecond;
  }
  return total;
}

/** What the host of a virtual machine has kept from its CPUs, all together, since it started. */
export function stolenSeconds(): number | null {
  try {
    const [, ...ticks] = (readFileSync("/proc/stat", "utf8").split("\n")[0] ?? "").split(/\s+/u);
    return Number(ticks[stolenField]) / ticksPerSecond;
  } catch {
    return null;
  }
}

function statFields(pid: string): readonly string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}
