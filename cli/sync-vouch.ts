/** `goldseed sync vouch FILE`: an officer takes a list that the city did not sign upon the district. */
import { Command } from "commander";

import { cityPeer } from "../config/city-peer.ts";
import { loadSecrets } from "../config/secrets.ts";
import { GoldseedError } from "../domain/errors.ts";
import { createFileBox } from "../sync/platform/files/file-box.ts";
import { vouchForList } from "../sync/platform/files/vouch-for-list.ts";
import { readCityForms } from "../sync/read-city-forms.ts";
import { readCommandConfig, withConfigFlags } from "./config-flags.ts";
import { districtCode } from "./open-city-platform.ts";
import { readParcelKeys } from "./open-parcel-city.ts";
import { localOfficer } from "./local-officer.ts";
import { cityFormReader } from "./read-city-form.ts";
import { withStore } from "./with-store.ts";

export function vouchCommand(): Command {
  const command = new Command("vouch")
    .description(
      "为市级未签名的名单作证，供下一次拉取使用；回执将注明 / vouch for a list that the city did not sign, for the next pull; its receipts say so",
    )
    .argument("<file>", "CSV 或 XLSX，市级表样 / CSV or XLSX in the city's form");
  return withConfigFlags(command).action((file: string) =>
    // Nothing of the store is changed; that an officer has given their word is in the audit before it is given.
    withStore(command, () => vouch(command, file)),
  );
}

async function vouch(command: Command, file: string): Promise<void> {
  const { folder, keys } = exchangeOf(command);
  const forms = readCityForms();
  const readForm = cityFormReader(forms.titles);
  const { parcelId, records } = await vouchForList(localOfficer(), {
    box: createFileBox({ folder, forms, readForm }),
    folder,
    file,
    district: districtCode(),
    keys,
    readForm,
  });
  process.stdout.write(
    `已作证 vouched: ${parcelId}, ${records} 条 records。下一步 next: goldseed sync run\n`,
  );
}

function exchangeOf(command: Command): {
  readonly folder: string;
  readonly keys: ReturnType<typeof readParcelKeys>;
} {
  const { config } = readCommandConfig(command);
  const peer = cityPeer(config, loadSecrets(config.dataDir), null);
  if (peer?.way === "files") return { folder: peer.url, keys: readParcelKeys(peer.keysFile) };
  throw new GoldseedError(
    "CONFLICT",
    "只有以文件夹交换时才能为名单作证 / A list is vouched for only where parcels are exchanged in a folder. Set CITY_FILES_DIR and CITY_KEYS_FILE.",
  );
}
