import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { freePort, isOpen } from './ports'
import { atEnd, needProgram, type Program, scratchFolder, spawnProgram, waitFor } from './programs'

/** A MariaDB of a test's own, on real files, that can be hurt in the ways a real one is. */
export type TestMariadb = {
  /** Of an empty database made with it. */
  url: string
  /** Makes another empty database and answers its URL. */
  fresh(): Promise<string>
  /** Runs statements as root, one after the other. */
  run(...statements: string[]): Promise<void>
  port: number
  pid(): number
  /** SIGKILL is what a power cut does to it. Answers when it has ended. */
  kill(signal?: NodeJS.Signals): Promise<void>
  /** It stays connected and answers nothing, until `resume`. */
  pause(): void
  resume(): void
  /** Ends it if it runs, and starts it again on the same port and files. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** `args` are for the server alone, such as its certificate. */
export const startMariadb = async (args: readonly string[] = []): Promise<TestMariadb> => {
  const port = await freePort()
  const folder = scratchFolder()
  await install(folder)
  let program = await start(port, folder, args)
  const urlOf = (database: string) => `mysql://root@127.0.0.1:${port}/${database}`
  const run = (...statements: string[]) => runOn(urlOf('mysql'), statements)
  let made = 0
  const fresh = async () => {
    const database = `desk_${++made}`
    // A collation that folds letters and pads, as servers come with: the tables must not care.
    await run(`CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci`)
    return urlOf(database)
  }
  const kill = async (signal: NodeJS.Signals = 'SIGKILL') => {
    program.kill(signal)
    await program.exited
  }
  return {
    url: await fresh(),
    fresh,
    run,
    port,
    pid: () => program.pid,
    kill,
    pause: () => program.pause(),
    resume: () => program.resume(),
    restart: async () => {
      await kill()
      program = await start(port, folder, args)
    },
    stop: async () => void (await program.stop()),
  }
}

let shared: Promise<TestMariadb> | undefined

/** One server for all test files of a process that want nothing but databases of their own on it. */
export const sharedMariadb = (): Promise<TestMariadb> => {
  shared ??= startMariadb()
  return shared
}
atEnd(async () => (await shared)?.stop())

const runOn = async (url: string, statements: readonly string[]) => {
  const connection = await createConnection({ uri: url, connectTimeout: 2000 })
  try {
    for (const statement of statements) await connection.query(statement)
  } finally {
    await connection.end()
  }
}

/** As small as it can be, but every commit flushed to disk as on a real server. */
const small = [
  '--innodb-data-file-path=ibdata1:4M:autoextend',
  '--innodb-log-file-size=8M',
  '--innodb-buffer-pool-size=32M',
  '--innodb-flush-log-at-trx-commit=1',
]
const asRoot = process.getuid?.() === 0 ? ['--user=root'] : []
const dataIn = (folder: string) => `--datadir=${join(folder, 'data')}`

/** One that starts takes away what others have laid into a folder for passing things. */
export const apart = (folder: string) => ({ env: { TMPDIR: folder } })

const install = async (folder: string) => {
  const args = [
    ...['--no-defaults', dataIn(folder), ...asRoot, ...small],
    ...['--auth-root-authentication-method=normal', '--skip-test-db'],
  ]
  const command = needProgram('mariadb-install-db', 'mysql_install_db')
  const installer = spawnProgram(command, args, apart(folder))
  if ((await installer.exited) !== 0) throw new Error(`No data folder: ${installer.output()}`)
}

const start = async (port: number, folder: string, args: readonly string[]): Promise<Program> => {
  const all = [
    ...['--no-defaults', dataIn(folder), ...asRoot, ...small],
    ...[`--port=${port}`, '--bind-address=127.0.0.1', '--skip-name-resolve'],
    ...[`--socket=${join(folder, 's')}`, `--pid-file=${join(folder, 'pid')}`],
    ...['--performance-schema=OFF', '--skip-log-bin', ...args],
  ]
  const program = spawnProgram(needProgram('mariadbd', 'mysqld'), all, apart(folder))
  await waitFor('MariaDB to listen', () => isOpen(port), 20_000)
  return program
}
