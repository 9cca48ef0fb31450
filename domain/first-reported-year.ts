/** The district has kept its libraries since then: its yearly reports begin with it. */
export const firstReportedYear = 2018;
