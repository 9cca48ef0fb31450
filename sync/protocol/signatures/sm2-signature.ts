/**
 * SM2 with SM3 (GB/T 32918.2, .5): pre-hash with Z, signature in DER, user id as the standard's default. OpenSSL 3.0
 * signs with an empty user id, so what Node makes by itself is refused everywhere else, and the other way round.
 */
import { sm2 } from "sm-crypto-v2";

/** The default of GM/T 0009; whoever uses another is not understood. */
const userId = "1234567812345678";
const form = { hash: true, der: true, userId } as const;

/** @returns hex of the DER form. */
export function signSm2(privateKey: string, bytes: Uint8Array): string {
  return sm2.doSignature(bytes, privateKey, form);
}

/** False for anything that is no such signature, raw r and s among them. */
export function isSm2Signed(publicKey: string, bytes: Uint8Array, signature: string): boolean {
  if (!/^30[0-9a-f]+$/.test(signature)) return false;
  try {
    return sm2.doVerifySignature(bytes, signature, publicKey, form);
  } catch {
    // The library throws on what is not of the form.
    return false;
  }
}
