/** What a record says of the enterprise it belongs to, as read from its source. */
export interface Mention {
  /** The enterprise's name as written; empty if the record has none. */
  readonly name: string;
  /** Whatever stands in the code column. */
  readonly code: string;
  /** Registered or correspondence address; empty if there is none. */
  readonly address: string;
  /** City or district named beside the address; empty if there is none. */
  readonly place: string;
  /** The day the record speaks of, ISO; a patent of 2018 is compared with the name of 2018. */
  readonly date?: string;
}
