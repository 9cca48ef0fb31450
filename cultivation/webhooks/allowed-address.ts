/**
 * Which addresses a webhook may be sent to: public ones, and private networks that the settings name. Asked of every address
 * at the moment of connecting, because a name may point elsewhere by then.
 */
import { lookup, type LookupAddress, type LookupOptions } from "node:dns";
import { BlockList, isIP } from "node:net";

import { GoldseedError } from "../../domain/errors.ts";

/** IANA's special-purpose registries: nothing of these is a host on the public network. */
const special4 =
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4";
/** Of 2000::/3, the only public part; ways to carry IPv4 (6to4, Teredo) would hide what they carry. */
const special6 = "2001::/23 2001:db8::/32 2002::/16 3fff::/20";

export type AddressRule = (address: string) => boolean;

/** @param privateNetworks in the form `10.20.0.0/16`. */
export function addressRule(privateNetworks: readonly string[]): AddressRule {
  const named = listOf(privateNetworks);
  const public6 = listOf(["2000::/3"]);
  const refused = listOf(`${special4} ${special6}`.split(" "));
  return (address) => {
    const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
    const plain = mapped ?? address;
    const version = isIP(plain);
    if (version === 0) return false;
    const family = version === 4 ? "ipv4" : "ipv6";
    if (named.check(plain, family)) return true;
    return !refused.check(plain, family) && (version === 4 || public6.check(plain, family));
  };
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", length = ""] = network.split("/");
    list.addSubnet(address, Number(length), isIP(address) === 6 ? "ipv6" : "ipv4");
  }
  return list;
}

export function addressRefused(host: string): GoldseedError {
  return new GoldseedError(
    "WEBHOOK_ADDRESS_REFUSED",
    `不能向“${host}”推送：不是公网地址，也不在允许的内网网段中 / "${host}" is neither a public address nor in a network that WEBHOOK_NETWORKS allows. 请改用公网地址，或请管理员放行该网段 / Use a public address, or have the network allowed.`,
  );
}

/** The host of an address: a literal is looked at here, since the socket asks no lookup for it. */
export function assertLiteralAllowed(url: URL, allowed: AddressRule): void {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !allowed(host)) throw addressRefused(host);
}

type Told = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** The lookup of a connection: one address that is not allowed refuses the name whole. */
export function guardedLookup(allowed: AddressRule) {
  return (host: string, options: LookupOptions, tell: Told): void => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return tell(error, []);
      const [first] = addresses;
      if (first === undefined || addresses.some(({ address }) => !allowed(address)))
        return tell(addressRefused(host), []);
      return options.all === true ? tell(null, addresses) : tell(null, first.address, first.family);
    });
  };
}
