/** Receipts of agreement with the city. */
import type { AgreementReceipt } from "../../schema/generated/types.ts";
import { agreementReceipts } from "../../store/tables/sync.ts";
import { column, orderKey, shapeOf } from "../shape-language.ts";

export const agreementReceiptShape = shapeOf<AgreementReceipt>()(
  "AgreementReceipt",
  { table: agreementReceipts, key: [orderKey(agreementReceipts.id)] },
  {
    id: { kind: "global-id", type: "AgreementReceipt" },
    peer: column(agreementReceipts.peerId),
    stream: column(agreementReceipts.stream),
    level: column(agreementReceipts.level),
    agreed: column(agreementReceipts.agreed),
    ourRoot: column(agreementReceipts.ourRoot),
    theirRoot: column(agreementReceipts.theirRoot),
    recordCount: column(agreementReceipts.recordCount),
    differences: column(agreementReceipts.differences),
    ourSignature: column(agreementReceipts.ourSignature),
    theirSignature: column(agreementReceipts.theirSignature),
    roundTrips: column(agreementReceipts.roundTrips),
    bytesExchanged: column(agreementReceipts.bytesExchanged),
    obtainedAt: column(agreementReceipts.obtainedAt),
  },
);
