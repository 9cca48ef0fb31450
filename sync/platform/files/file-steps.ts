/** The named moments of laying a parcel down in a folder: a test kills the process at each. */
export const fileSteps = [
  "files.begun",
  "files.part",
  "files.synced",
  "files.renamed",
  "files.manifest",
  "files.signed",
  "files.done",
] as const;
export type FileStepName = (typeof fileSteps)[number];

export type FileStep = (name: FileStepName) => Promise<void>;

export const noFileStep: FileStep = () => Promise.resolve();
