import { BlockList, isIP } from 'node:net'

/** IANA's special-purpose registries (RFC 6890 and what was added since): nothing here is another body's server. */
const SPECIAL_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
// Inside global unicast only: Teredo, ORCHID and the like, documentation, 6to4 (which can carry a private IPv4 address).
const SPECIAL_IPV6 = ['2001::/23', '2001:db8::/32', '2002::/16', '2620:4f:8000::/48', '3fff::/20']

const special = blockList(SPECIAL_IPV4, SPECIAL_IPV6)
const globalUnicast = blockList([], ['2000::/3'])
const loopback = blockList(['127.0.0.0/8'], ['::1/128'])

/** True for an address that belongs to somebody on the internet. IPv4 inside IPv6 (mapped, NAT64) never counts. */
export function isPublicAddress(address: string): boolean {
  const family = familyOf(address)
  if (family === 'ipv4') return !special.check(address, family)
  return family === 'ipv6' && globalUnicast.check(address, family) && !special.check(address, family)
}

export function isLoopbackAddress(address: string): boolean {
  const family = familyOf(address)
  return family !== undefined && loopback.check(address, family)
}

function familyOf(address: string): 'ipv4' | 'ipv6' | undefined {
  // An address with a zone (fe80::1%eth0) is of this link, and BlockList cannot read it.
  if (isIP(address) === 0 || address.includes('%')) return undefined
  return isIP(address) === 4 ? 'ipv4' : 'ipv6'
}

function blockList(ipv4: string[], ipv6: string[]): BlockList {
  const list = new BlockList()
  for (const subnet of ipv4) list.addSubnet(...parts(subnet), 'ipv4')
  for (const subnet of ipv6) list.addSubnet(...parts(subnet), 'ipv6')
  return list
}

function parts(subnet: string): [string, number] {
  const [address = '', prefix] = subnet.split('/')
  return [address, Number(prefix)]
}
