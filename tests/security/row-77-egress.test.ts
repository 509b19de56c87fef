import { expect, test } from 'bun:test'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder, spawnProgram } from '../support/programs'

/**
 * A network of its own, whose one way out is a wire that leads nowhere and counts: whoever so much as
 * asks a name server is seen. The wire is there, so nothing fails for want of a route.
 */
const wired = (resolver: string, command: string) => `
  mount --make-rprivate / && mount --bind ${resolver} /etc/resolv.conf &&
  ip link set lo up && ip link add out0 type veth peer name nowhere &&
  for one in out0 nowhere; do echo 1 > /proc/sys/net/ipv6/conf/$one/disable_ipv6; done &&
  ip addr add 10.99.0.1/24 dev out0 && ip link set out0 up && ip link set nowhere up &&
  ip route add default via 10.99.0.2 dev out0 && ${command};
  echo "sent: $(cat /sys/class/net/out0/statistics/tx_packets 2>/dev/null || awk '/out0:/ { print $11 }' /proc/net/dev)"`

const inside = (script: string) => ['-n', '-m', 'sh', '-c', script] as const

const canWire = spawnSync('unshare', inside(wired('/etc/resolv.conf', 'true'))).status === 0

/** Runs something in there; answers what it said, and how many packets wanted out. */
const apart = async (command: string) => {
  const resolver = join(scratchFolder(), 'resolv.conf')
  writeFileSync(resolver, 'nameserver 10.99.0.53\noptions timeout:1 attempts:1\n')
  const program = spawnProgram('unshare', [...inside(wired(resolver, command))])
  await program.exited
  const said = program.output()
  const [, sent] = /^sent: (\d+)$/m.exec(said) ?? []
  return { said, sent: Number(sent) }
}

const bun = process.execPath

test.skipIf(!canWire)(
  'who wants out is seen',
  async () => {
    const ask = `await fetch("http://names.example/").catch(() => {})`
    const named = await apart(`${bun} -e '${ask}'`)
    expect(named.sent).toBeGreaterThan(0)
    const direct = `await Promise.race([fetch("http://192.0.2.1/").catch(() => {}), Bun.sleep(500)]); process.exit(0)`
    expect((await apart(`${bun} -e '${direct}'`)).sent).toBeGreaterThan(0)
    expect((await apart('true')).sent).toBe(0)
  },
  30_000,
)

test.skipIf(!canWire)(
  'a desk with a day of talk, every page of its office and its commands want nothing from outside',
  async () => {
    const child = join(import.meta.dir, 'children/egress.ts')
    const { said, sent } = await apart(`${bun} ${child}`)
    expect(said).toContain('all of it was done')
    expect(sent).toBe(0)
  },
  180_000,
)
