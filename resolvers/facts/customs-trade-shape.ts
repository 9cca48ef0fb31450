/** Customs trade by year. */
import type { CustomsTrade } from "../../schema/generated/types.ts";
import { customsTrades } from "../../store/tables/customs-trades.ts";
import { column, shapeOf } from "../shape-language.ts";

export const customsTradeShape = shapeOf<CustomsTrade>()(
  "CustomsTrade",
  { table: customsTrades },
  {
    customsGrade: column(customsTrades.customsGrade),
    declarations: column(customsTrades.declarations),
    exportAmount: column(customsTrades.exportAmount),
    importAmount: column(customsTrades.importAmount),
    provenance: { kind: "same-row", type: "Provenance" },
    year: column(customsTrades.year),
  },
);
