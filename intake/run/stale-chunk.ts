/** Says that another transaction changed a row between the merge's look at it and its write: the chunk is tried again. */
export class StaleChunk extends Error {
  constructor(rows: number) {
    super(`${rows} row(s) were changed by another transaction while they were merged`);
    this.name = "StaleChunk";
  }
}
