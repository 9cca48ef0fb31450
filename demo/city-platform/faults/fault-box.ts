/** Faults to come: which operation, which kind, how often. Counts every strike, so that a test can prove its fault. */
import { operations, type Operation } from "../vocabulary.ts";

/** The named moments at which the process may be killed; before the commit there is only where something is written. */
export const crashPoints = [
  "crash-before-work",
  "crash-before-commit",
  "crash-after-commit",
  "crash-in-answer",
] as const;
export type CrashPoint = (typeof crashPoints)[number];

/** What may be ordered; README.md says what each does. */
export const faultKinds = [
  ...crashPoints,
  "delay",
  "status",
  "drop-before",
  "drop-after",
  "truncate",
  "truncate-framed",
  "endless",
  "html",
  "empty-body",
  "error-in-200",
  "redirect",
  "bad-signature",
  "unsigned",
  "bom",
  "gb18030",
  "duplicate-member",
  "duplicate",
  "reorder",
  "repeat-page",
  "miss-page",
  "wrong-total",
  "moving-revision",
  "empty",
  "shrink",
  "odd-deleted",
  "unknown-kind",
  "unknown-status",
  "missing-member",
  "extra-member",
  "bad-code",
  "foreign-district",
  "bad-date",
  "nul-character",
  "reject",
  "defer",
  "refuse-batch",
  "lost-outcomes",
  "no-done",
  "renamed",
  "altered",
  "unknown-key",
  "same-revision",
  "other-batch",
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly on: Operation | "*";
  readonly kind: FaultKind;
  /** How often it strikes; -1 for ever. */
  readonly times: number;
  /** How many chances it lets pass first. */
  readonly skip: number;
  readonly ms?: number;
  readonly status?: number;
  readonly retryAfter?: string;
  readonly fraction?: number;
  readonly codes?: readonly string[];
  readonly code?: string;
}

interface Armed {
  readonly fault: Fault;
  left: number;
  skip: number;
  struck: number;
}

export interface FaultBox {
  add(fault: Fault): void;
  clear(): void;
  list(): readonly (Fault & { readonly struck: number })[];
  /** The fault if one of that kind is due now; `codes` limits it to faults that name one of them or none. */
  strike(
    on: Operation,
    kind: FaultKind,
    about?: { readonly codes: readonly string[] },
  ): Fault | null;
  /** Kills the process as a power cut would. */
  crashIf(on: Operation, kind: CrashPoint): void;
}

export function openFaultBox(): FaultBox {
  const armed: Armed[] = [];
  const box: FaultBox = {
    add: (fault) => void armed.push({ fault, left: fault.times, skip: fault.skip, struck: 0 }),
    clear: () => void armed.splice(0),
    list: () => armed.map(({ fault, struck }) => ({ ...fault, struck })),
    strike: (on, kind, about) => {
      const due = armed.find((entry) => entry.left !== 0 && fits(entry.fault, on, kind, about));
      if (due === undefined) return null;
      if (due.skip > 0) {
        due.skip -= 1;
        return null;
      }
      if (due.left > 0) due.left -= 1;
      due.struck += 1;
      return due.fault;
    },
    crashIf: (on, kind) => {
      if (box.strike(on, kind) !== null) process.kill(process.pid, "SIGKILL");
    },
  };
  return box;
}

function fits(
  fault: Fault,
  on: Operation,
  kind: FaultKind,
  about: { readonly codes: readonly string[] } | undefined,
): boolean {
  if (fault.kind !== kind || (fault.on !== on && fault.on !== "*")) return false;
  if (about === undefined || fault.codes === undefined) return true;
  return about.codes.some((code) => fault.codes?.includes(code));
}

/** A fault from JSON; throws an Error that says what is wrong. */
export function parseFault(value: unknown): Fault {
  if (typeof value !== "object" || value === null) throw new Error("a fault is an object");
  const fault = value as Partial<Fault>;
  const known = fault.on === "*" || operations.some((name) => name === fault.on);
  if (!known) throw new Error(`fault.on "${String(fault.on)}" is none of ${operations.join(", ")}`);
  if (!faultKinds.some((kind) => kind === fault.kind)) {
    throw new Error(`fault.kind "${String(fault.kind)}" is none of ${faultKinds.join(", ")}`);
  }
  return { ...fault, times: fault.times ?? 1, skip: fault.skip ?? 0 } as Fault;
}
