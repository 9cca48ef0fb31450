/** Titles as the city platform registers them. */
import type { Title } from "../../schema/generated/types.ts";
import { titles } from "../../store/tables/titles.ts";
import { column, shapeOf } from "../shape-language.ts";

export const titleShape = shapeOf<Title>()(
  "Title",
  { table: titles },
  {
    kind: column(titles.kind),
    level: column(titles.level),
    batch: column(titles.batch),
    validFrom: column(titles.validFrom),
    validTo: column(titles.validTo),
    status: column(titles.status),
    certificateNo: column(titles.certificateNo),
    updatedAt: column(titles.updatedAt),
  },
);
