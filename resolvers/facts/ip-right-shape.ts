/** Intellectual property rights. */
import type { IpRight } from "../../schema/generated/types.ts";
import { ipRights } from "../../store/tables/ip-rights.ts";
import { column, shapeOf } from "../shape-language.ts";

export const ipRightShape = shapeOf<IpRight>()(
  "IpRight",
  { table: ipRights },
  {
    acquisition: column(ipRights.acquisition),
    appliedOn: column(ipRights.appliedOn),
    expiresOn: column(ipRights.expiresOn),
    grantedOn: column(ipRights.grantedOn),
    highValue: column(ipRights.highValue),
    kind: column(ipRights.kind),
    mainProduct: column(ipRights.mainProduct),
    provenance: { kind: "same-row", type: "Provenance" },
    rightHolders: column(ipRights.rightHolders),
    rightNo: column(ipRights.rightNo),
    status: column(ipRights.status),
    title: column(ipRights.title),
    transferredOn: column(ipRights.transferredOn),
  },
);
