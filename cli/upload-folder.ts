/** Where files sent over HTTP lie until they are imported: with the data, so that a restart finds them. */
import { join } from "node:path";

export const uploadFolderOf = ({ dataDir }: { readonly dataDir: string }): string =>
  join(dataDir, "uploads");
