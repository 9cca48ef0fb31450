/** Keys of the parcels in tests, apart from the kit so that a process outside of the tests can take them as well. */
import type { ParcelKeys } from "../../sync/protocol/signatures/detached-key.ts";

const always = { notBefore: null, notAfter: null };
const sm2 = {
  privateKey: "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8",
  publicKey:
    "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13",
};
/** Shared by both halves. */
export const districtSecret = "parcel-secret-of-at-least-32-bytes!";

/** The district's half. */
export const parcelKeys: ParcelKeys = {
  ours: [{ id: "district", algorithm: "HMAC-SM3", secret: districtSecret, ...always }],
  city: [
    { id: "city", algorithm: "SM2-SM3", publicKey: sm2.publicKey, ...always },
    {
      id: "city-old",
      algorithm: "SM2-SM3",
      publicKey: sm2.publicKey,
      notBefore: null,
      notAfter: "2021-01-01T00:00:00.000Z",
    },
  ],
};

/** The city's half, as its admin port takes it. */
export const cityParcelKey = { id: "city", algorithm: "SM2-SM3", key: sm2.privateKey };
