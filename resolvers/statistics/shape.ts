/** The statistics grid: one row an area, figures from the rollups. */
import { libraryKinds, titleKinds } from "../../domain/vocabulary.ts";
import type { AreaStatistics, YearlyLibrary, YearlyReport } from "../../schema/generated/types.ts";
import { areas } from "../../store/tables/areas.ts";
import { yearlyReports } from "../../store/tables/work.ts";
import { column, join, member, orderKey, shapeOf } from "../shape-language.ts";

export const areaStatisticsShape = shapeOf<AreaStatistics>()(
  "AreaStatistics",
  { table: areas, key: [orderKey(areas.code)] },
  {
    area: { kind: "same-row", type: "Area" },
    enterprises: { kind: "measure", measure: "ENTERPRISES", format: "integer" },
    inLibrary: { kind: "measure", measure: "IN_LIBRARY", format: "integer" },
    libraries: { kind: "measure-list", measure: "LIBRARY", members: libraryKinds },
    titles: { kind: "measure-list", measure: "TITLES", members: titleKinds },
    bases: { kind: "measure", measure: "BASES", format: "integer" },
    labelCompletion: { kind: "measure", measure: "LABEL_COMPLETION", format: "text" },
    computedAt: { kind: "measure", measure: "ENTERPRISES", format: "instant" },
  },
);

export const yearlyReportShape = shapeOf<YearlyReport>()(
  "YearlyReport",
  { table: yearlyReports },
  {
    area: { kind: "one", type: "Area", join: join([yearlyReports.areaCode, areas.code]) },
    year: column(yearlyReports.year),
    inLibrary: column(yearlyReports.inLibrary),
    newlyAdded: column(yearlyReports.newlyAdded),
    libraries: {
      kind: "json-list",
      type: "YearlyLibrary",
      column: yearlyReports.libraries.name,
      record: { kind: "text", members: "integer", entered: "integer", left: "integer" },
    },
    bases: column(yearlyReports.bases),
    labelCompletion: column(yearlyReports.labelCompletion),
    computedAt: column(yearlyReports.computedAt),
  },
);

export const yearlyLibraryShape = shapeOf<YearlyLibrary>()(
  "YearlyLibrary",
  { table: null },
  {
    kind: member("kind"),
    members: member("members"),
    entered: member("entered"),
    left: member("left"),
  },
);
