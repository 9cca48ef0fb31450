/** An area of the district as the store keeps it: what the finders of towns and zones are given. */
export interface Area {
  /** `370211001` for a town, `370211Z01` for a zone, 6 digits for the district. */
  readonly code: string;
  readonly name: string;
  readonly kind: "CITY" | "DISTRICT" | "ZONE" | "TOWN";
  /** Names it bore before, and names it goes by. */
  readonly formerNames: readonly string[];
}
