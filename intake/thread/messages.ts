/** What the thread of imports and its process say to each other: plain values, each under the number of its job. */
import type { ErrorCode } from "../../domain/errors.ts";
import type { Progress } from "../run/progress.ts";
import type { Importer } from "./importer.ts";

export type Job = keyof Importer;

export type ToThread =
  | { readonly id: number; readonly job: Job; readonly request: Readonly<Record<string, unknown>> }
  | { readonly id: number; readonly stop: true }
  /** Cancels what the database works on for the thread, and ends it. */
  | { readonly end: true };

export type FromThread =
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly outcome: unknown }
  | { readonly id: number; readonly error: ToldError };

export interface ToldError {
  readonly message: string;
  readonly stack: string | undefined;
  /** Null for what nobody expected. */
  readonly code: ErrorCode | null;
  readonly details: Readonly<Record<string, unknown>>;
}
