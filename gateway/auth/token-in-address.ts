/**
 * A token in an address ends in histories, logs of proxies and the next page's referrer. It is refused, so that whoever
 * sends one learns of it at once, and it is neither told again nor written anywhere.
 */
import { GoldseedError } from "../../domain/errors.ts";

const names = /^(?:(?:access|id|bearer)[-_]?token|token|authorization|api[-_]?key|jwt)$/iu;
/** A JWS of three parts, or one of our keys. */
const credential = /^(?:Bearer\s+)?(?:eyJ[\w-]+\.[\w-]+\.[\w-]*|gsk_[0-9a-f]+_\S+)$/iu;

export function carriesToken(url: string): boolean {
  const from = url.indexOf("?");
  if (from === -1) return false;
  return [...new URLSearchParams(url.slice(from + 1))].some(
    ([name, value]) => names.test(name) || credential.test(value.trim()),
  );
}

export const tokenInAddress = (): GoldseedError =>
  new GoldseedError(
    "BAD_REQUEST",
    "地址中带有令牌或密钥，已拒绝；它可能已被记录，请作废并换新 / The address carries a token or key and was refused. Send it in the Authorization header, and replace this one: addresses are written to logs.",
  );
