// Makes a fresh clone ready with nothing but node and npm: the pinned Bun, then what bun.lock says.
// Runs before every script and costs milliseconds when there is nothing to do.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPrograms } from './programs.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(root, 'node_modules')
const bun = join(modules, 'bun/bin/bun.exe') // its name on every system
const stamp = join(modules, '.bellhop-lock')
const lock = readFileSync(join(root, 'bun.lock'), 'utf8')
const fingerprint = createHash('sha256').update(lock).digest('hex')

const say = (line) => process.stderr.write(`setup: ${line}\n`)

const run = (command, args, options = {}) => {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], ...options })
  if (status !== 0)
    throw new Error(`${command} ${args.join(' ')} ${error?.message ?? `ended with ${status}`}`)
}

const isReady = () =>
  existsSync(bun) && existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint

const versionOf = (file) =>
  existsSync(file) ? spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout?.trim() : undefined

/** Bun's own script links the executable of this platform into place; no other package runs one. */
const linkBun = (folder) => run(process.execPath, ['install.js'], { cwd: join(folder, 'bun') })

/** npm checks a download against the registry; this checks it against the lock we committed. */
const assertLocked = (folder) => {
  const { packages } = JSON.parse(readFileSync(join(folder, '.package-lock.json'), 'utf8'))
  for (const [name, { integrity }] of Object.entries(packages)) {
    if (!lock.includes(`"${integrity}"`)) throw new Error(`${name} is not the one in bun.lock`)
  }
}

const withPinnedBun = (version, use) => {
  const prefix = mkdtempSync(join(tmpdir(), 'bellhop-bun-'))
  try {
    const quiet = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--loglevel=error']
    run('npm', ['install', '--prefix', prefix, ...quiet, '--ignore-scripts', `bun@${version}`])
    const folder = join(prefix, 'node_modules')
    assertLocked(folder)
    linkBun(folder)
    use(join(folder, 'bun/bin/bun.exe'))
  } finally {
    rmSync(prefix, { recursive: true, force: true })
  }
}

const installDependencies = () => {
  const version = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.bun
  say(`installing the dependencies of bun.lock (Bun ${version}); this happens once`)
  const install = (file) =>
    run(file, ['install', '--frozen-lockfile', '--ignore-scripts', '--no-summary'], { cwd: root })
  if (versionOf(bun) === version) install(bun)
  else withPinnedBun(version, install)
  if (versionOf(bun) !== version) linkBun(modules)
  mkdirSync(modules, { recursive: true })
  writeFileSync(stamp, fingerprint)
}

try {
  if (Number(process.versions.node.split('.')[0]) < 20)
    throw new Error('node 20 or newer is needed')
  if (!isReady()) installDependencies()
  const programs = process.argv.find((word) => /^--programs(=soak)?$/.test(word))
  if (programs) installPrograms(say, run, { soak: programs.endsWith('soak') })
} catch (problem) {
  say(problem.message)
  process.exit(1)
}
