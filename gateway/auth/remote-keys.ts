/**
 * The keys of a real issuer, kept in memory. A key that is not known makes the set be fetched again, but not oftener
 * than once in 30 seconds, whoever asks: a flood of made-up key ids causes one request. When the issuer is away the last
 * good set goes on. A key that the issuer withdrew is out within a minute, and tokens that were proven by it with it.
 */
import { GoldseedError } from "../../domain/errors.ts";
import type { ClockReading } from "../../lib/clock-drift.ts";
import { fetchKeys } from "./fetch-keys.ts";
import { importKeys } from "./import-keys.ts";
import { type KeySource, pickKey, type VerificationKey } from "./key-source.ts";

export interface RemoteKeysOptions {
  readonly url: string;
  /** Milliseconds, only ever growing. */
  readonly clock?: () => number;
  readonly onError?: (message: string) => void;
  /** Told what time it is for the issuer. */
  readonly onTime?: (said: ClockReading) => void;
}

const coolDownMs = 30_000;
/** After this a set is fetched anew although nothing is missing: a key that was withdrawn must go. */
const refreshAfterMs = 40_000;
/** After this whoever asks waits for the new set, unless the issuer is known to be away. */
const staleAfterMs = 60_000;
/** A set older than this is not believed any more. */
const trustedForMs = 24 * 3_600_000;

export function remoteKeys(options: RemoteKeysOptions): KeySource {
  const clock = options.clock ?? (() => performance.now());
  let keys: readonly VerificationKey[] = [];
  let knownText: string | null = null;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let triedAt = Number.NEGATIVE_INFINITY;
  let lastError: string | null = null;
  let running: Promise<void> | undefined;

  const refresh = async () => {
    try {
      const { text, said } = await fetchKeys(options.url);
      // The same keys stay the same objects: what was proven by them needs no second proof.
      if (text !== knownText) keys = await importKeys(text);
      knownText = text;
      if (said !== null) options.onTime?.(said);
      fetchedAt = clock();
      lastError = null;
    } catch (error) {
      lastError = reasonOf(error);
      options.onError?.(`JWKS_URL ${options.url}: ${lastError}`);
    }
  };
  /** One fetch at a time; those who come meanwhile wait for it. */
  const refreshOnce = (): Promise<void> | undefined => {
    if (running || clock() - triedAt < coolDownMs) return running;
    triedAt = clock();
    running = refresh().finally(() => (running = undefined));
    return running;
  };
  const age = () => clock() - fetchedAt;
  const isFresh = () => age() < (lastError === null ? staleAfterMs : trustedForMs);

  return {
    find: async (keyId, algorithm) => {
      const known = isFresh() ? pickKey(keys, keyId, algorithm) : undefined;
      if (known) {
        if (age() > refreshAfterMs) void refreshOnce();
        return known;
      }
      await refreshOnce();
      if (age() >= trustedForMs) throw unavailable();
      return pickKey(keys, keyId, algorithm);
    },
    holds: (key) => {
      if (!isFresh()) return false;
      if (age() > refreshAfterMs) void refreshOnce();
      return keys.some((known) => known.key === key);
    },
    status: () => ({
      keys: keys.length,
      ageMs: Number.isFinite(fetchedAt) ? age() : null,
      lastError,
    }),
  };
}

function reasonOf(error: unknown): string {
  const { message, cause, name } = error as Error;
  if (name === "TimeoutError") return "no answer in 3 seconds";
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

function unavailable(): GoldseedError {
  return new GoldseedError(
    "ISSUER_UNAVAILABLE",
    "身份服务暂不可用 / The issuer's keys could not be fetched, tokens cannot be verified now. Try again later.",
  );
}
