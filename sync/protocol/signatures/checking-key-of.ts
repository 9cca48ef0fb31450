/** The key that checks what a key of ours has signed: what an officer vouches for is believed by it. */
import { sm2 } from "sm-crypto-v2";

import type { DetachedCheckingKey, DetachedSigningKey } from "./detached-key.ts";

export function checkingKeyOf(key: DetachedSigningKey): DetachedCheckingKey {
  const { id, notBefore, notAfter } = key;
  const common = { id, notBefore, notAfter };
  if (key.algorithm === "SM2-SM3") {
    const publicKey = sm2.getPublicKeyFromPrivateKey(key.privateKey);
    return { ...common, algorithm: key.algorithm, publicKey };
  }
  if (key.algorithm === "JWS") {
    const { d: _secret, ...publicKey } = key.privateKey;
    return { ...common, algorithm: key.algorithm, publicKey };
  }
  return key;
}
