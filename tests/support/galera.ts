import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { apart } from './mariadb'
import { freePort, isOpen } from './ports'
import {
  findProgram,
  needProgram,
  type Program,
  scratchFolder,
  spawnProgram,
  waitFor,
} from './programs'

const LIBRARIES = ['/usr/lib/galera', '/usr/lib64/galera-4', '/usr/lib/galera-4']
const provider = LIBRARIES.map((folder) => join(folder, 'libgalera_smm.so')).find(existsSync)

/** Whether all is there that a cluster and a member that comes back to it need. */
export const hasGalera =
  provider !== undefined && ['mariadb-backup', 'socat'].every((name) => findProgram(name))

/** One server of a cluster, each as good as the others. */
export type GaleraMember = {
  urlOf(database: string): string
  pid(): number
  /** As a power cut does. */
  kill(): Promise<void>
  /** Starts it again where it is down, and waits until it takes part. */
  start(): Promise<void>
  output(): string
}

/** Three MariaDB servers that all take writes, on real files. */
export type TestGalera = {
  members: readonly GaleraMember[]
  /** Makes another empty database and answers its URL at each member. */
  fresh(): Promise<string[]>
  stop(): Promise<void>
}

const SIZE = 3

/**
 * One server makes the cluster and ends; the others get a copy of its files. So each needs only
 * what it missed when it joins, and nobody waits for a whole copy over the network.
 */
export const startGalera = async (): Promise<TestGalera> => {
  const folder = scratchFolder()
  const ports = await portsOf(SIZE)
  const addresses = ports.map(({ group }) => `127.0.0.1:${group}`)
  const setups = ports.map((own, nth) => ({ ...own, folder: join(folder, `${nth}`), addresses }))
  const members = setups.map(memberOf)
  const [first, ...others] = members
  if (!first) throw new Error('no member')
  await first.make()
  for (const other of others) cpSync(first.data, other.data, { recursive: true })
  await first.found()
  await Promise.all(others.map((member) => member.start()))
  let made = 0
  return {
    members,
    fresh: async () => {
      const database = `desk_${++made}`
      await runOn(first.urlOf('mysql'), `CREATE DATABASE ${database} COLLATE utf8mb4_general_ci`)
      const isKnown = (member: GaleraMember) => () => isReady(member.urlOf(database))
      await Promise.all(members.map((member) => waitFor('the database', isKnown(member))))
      return members.map((member) => member.urlOf(database))
    },
    stop: async () => void (await Promise.all(members.map((member) => member.kill()))),
  }
}

type Ports = { port: number; group: number; transfer: number; copy: number }
type Setup = Ports & { folder: string; addresses: readonly string[] }

const portsOf = async (count: number): Promise<Ports[]> => {
  const free = new Set<number>()
  while (free.size < count * 4) free.add(await freePort())
  const all = [...free]
  return Array.from({ length: count }, (_, n) => {
    const [port = 0, group = 0, transfer = 0, copy = 0] = all.slice(n * 4)
    return { port, group, transfer, copy }
  })
}

const memberOf = (setup: Setup) => {
  const { port, folder } = setup
  const data = join(folder, 'data')
  const urlOf = (database: string) => `mysql://root@127.0.0.1:${port}/${database}`
  let program: Program | undefined
  let output = ''
  const run = async (...extra: string[]) => {
    const args = [...serverArgs(setup), ...extra]
    program = spawnProgram(needProgram('mariadbd', 'mysqld'), args, apart(setup.folder))
    await waitFor('MariaDB to listen', () => isOpen(port), 60_000)
    await waitFor('the member to take part', () => isReady(urlOf('mysql')), 60_000, 50)
  }
  const end = async (signal: NodeJS.Signals) => {
    program?.kill(signal)
    await program?.exited
    output += program?.output() ?? ''
    program = undefined
  }
  const found = () => run('--wsrep-new-cluster')
  return {
    data,
    urlOf,
    pid: () => program?.pid ?? 0,
    /** Its files, with the name and the beginning of a cluster in them. */
    make: async () => {
      await install(setup)
      await found()
      await end('SIGTERM')
    },
    found,
    kill: () => end('SIGKILL'),
    start: async () => {
      if (program) return
      await run(...(await positionOf(setup)))
    },
    output: () => output + (program?.output() ?? ''),
  }
}

const asRoot = process.getuid?.() === 0 ? ['--user=root'] : []

/** In a file, for the program that copies a server's files reads it too. */
const install = async ({ folder }: Setup) => {
  mkdirSync(folder, { recursive: true })
  const args = [
    ...['--no-defaults', `--datadir=${join(folder, 'data')}`, ...asRoot],
    ...['--auth-root-authentication-method=normal', '--skip-test-db'],
    ...['--innodb-data-file-path=ibdata1:4M:autoextend', '--innodb-log-file-size=8M'],
  ]
  const command = needProgram('mariadb-install-db', 'mysql_install_db')
  const installer = spawnProgram(command, args, apart(folder))
  if ((await installer.exited) !== 0) throw new Error(`No data folder: ${installer.output()}`)
}

const serverArgs = (setup: Setup): string[] => {
  const { folder, port, group, transfer, copy, addresses } = setup
  const options = join(folder, 'my.cnf')
  mkdirSync(folder, { recursive: true })
  writeFileSync(options, '[sst]\nsst-syslog=-1\n')
  const inGroup = [
    `base_port=${group}`,
    `gmcast.listen_addr=tcp://127.0.0.1:${group}`,
    `ist.recv_addr=127.0.0.1:${transfer}`,
    // A server that was killed is missed for a second or two, not for the usual five.
    'evs.keepalive_period=PT0.3S;evs.suspect_timeout=PT1.5S;evs.inactive_timeout=PT4S',
    'evs.inactive_check_period=PT0.3S;gcache.size=64M',
  ]
  return [
    ...[`--defaults-file=${options}`, `--datadir=${join(folder, 'data')}`, ...asRoot],
    ...[`--port=${port}`, '--bind-address=127.0.0.1', '--skip-name-resolve'],
    ...[`--socket=${join(folder, 's')}`, `--pid-file=${join(folder, 'pid')}`],
    ...['--innodb-data-file-path=ibdata1:4M:autoextend', '--innodb-log-file-size=8M'],
    ...['--innodb-flush-log-at-trx-commit=1', '--performance-schema=OFF', '--skip-log-bin'],
    ...['--binlog-format=ROW', '--innodb-autoinc-lock-mode=2', '--wsrep-on=ON'],
    ...[`--wsrep-provider=${provider}`, '--wsrep-cluster-name=desk'],
    ...[`--wsrep-cluster-address=gcomm://${addresses.join(',')}`],
    ...[`--wsrep-node-address=127.0.0.1:${group}`, `--wsrep-node-name=member-${group}`],
    ...[`--wsrep-provider-options=${inGroup.join(';')}`],
    ...[`--wsrep-sst-receive-address=127.0.0.1:${copy}`, '--wsrep-sst-method=mariabackup'],
    ...['--wsrep-sst-auth=root:', '--wsrep-slave-threads=2'],
  ]
}

/** Where a member that was killed had come to, which its files tell only when they are repaired. */
const positionOf = async (setup: Setup): Promise<string[]> => {
  const state = readFileSync(join(setup.folder, 'data', 'grastate.dat'), 'utf8')
  if (!/seqno:\s*-1\s/.test(state)) return []
  const args = [...serverArgs(setup), '--wsrep-recover']
  const recovery = spawnProgram(needProgram('mariadbd', 'mysqld'), args, apart(setup.folder))
  await recovery.exited
  const position = /Recovered position: ([\w-]+:\d+)/.exec(recovery.output())?.[1]
  return position === undefined ? [] : [`--wsrep-start-position=${position}`]
}

const isReady = async (url: string): Promise<boolean> => {
  const connection = await createConnection({ uri: url, connectTimeout: 2000 })
  try {
    const [rows] = await connection.query("SHOW STATUS LIKE 'wsrep_local_state_comment'")
    return (rows as { Value: string }[])[0]?.Value === 'Synced'
  } finally {
    await connection.end()
  }
}

const runOn = async (url: string, sql: string): Promise<void> => {
  const connection = await createConnection({ uri: url, connectTimeout: 2000 })
  try {
    await connection.query(sql)
  } finally {
    await connection.end()
  }
}
