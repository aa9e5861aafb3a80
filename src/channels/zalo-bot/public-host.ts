import { BlockList, isIPv4 } from 'node:net';

const OWN_NETWORKS = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  OWN_NETWORKS.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const) {
  OWN_NETWORKS.addSubnet(network, bits, 'ipv6');
}

/** Whether a host is one that Zalo can reach: not this machine, not a network of one's own, and no port but that of https. */
export function isPublicHost({ hostname, port }: URL): boolean {
  if (port !== '') return false;
  if (isIPv4(hostname)) return !OWN_NETWORKS.check(hostname, 'ipv4');
  const bracketed = /^\[(?<address>.*)\]$/u.exec(hostname)?.groups?.['address'];
  if (bracketed !== undefined) return !OWN_NETWORKS.check(bracketed, 'ipv6');
  return hostname.includes('.') && !/(?:^|\.)(?:localhost|local|internal|lan)\.?$/u.test(hostname);
}
