/** One enterprise as the linker sees it: its numbers, its address, and every name it has borne. */
export interface RegistryEntry {
  /** The caller's identifier: the credit code in production. */
  readonly id: string;
  readonly creditCode: string;
  /** Codes it was known by before a correction. */
  readonly formerCodes?: readonly string[];
  /** 15 digits; empty when the register keeps none. */
  readonly registrationNumber: string;
  readonly address: string;
  /** City of the register, by name; empty when the code's authority tells enough. */
  readonly city: string;
  /** The present name first. */
  readonly names: readonly RegisteredName[];
}

export interface RegisteredName {
  readonly name: string;
  readonly former: boolean;
  /** ISO days; absent when not known. */
  readonly validFrom?: string;
  readonly validTo?: string;
}
