import { BlockList } from 'node:net'

/** No service of the world is at these: this machine, networks of its own, what leads to neither. */
const inner = new BlockList()
const ipv4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24'
const more = '192.168.0.0/16 198.18.0.0/15 224.0.0.0/3'
const ipv6 = '::/96 fc00::/7 fe80::/10 ff00::/8 64:ff9b::/96'
const add = (networks: string, family: 'ipv4' | 'ipv6') => {
  for (const network of networks.split(' ')) {
    const [address = '', bits] = network.split('/')
    inner.addSubnet(address, Number(bits), family)
  }
}
add(`${ipv4} ${more}`, 'ipv4')
add(ipv6, 'ipv6')

/** Whether an address is none of the world: this machine's, or of a network of its own. */
export const isInner = (address: string, family: number): boolean =>
  inner.check(address, family === 6 ? 'ipv6' : 'ipv4')
