import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { needProgram } from '../support/programs'

/**
 * What others would write with. No part of this project: installed once into a folder of the
 * system's temporary files, with better-sqlite3 compiled there.
 */
const packages = { 'socket.io': '4.8.4', 'better-sqlite3': '12.11.1' }
const named = Object.entries(packages).map(([name, version]) => `${name}@${version}`)
const folder = join(tmpdir(), `bellhop-bench-${named.join('-').replaceAll('@', '-')}`)
const stamp = join(folder, 'works')

/** The folder they are in. Throws with the reason when they cannot be had. */
export const peers = async (): Promise<string> => {
  if (existsSync(stamp)) return folder
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  console.error('bench: compiling better-sqlite3 for the socket.io floor; this happens once')
  const problems: string[] = []
  for (const [way, build] of Object.entries(ways)) {
    build()
    const problem = tryOut()
    if (problem === undefined) {
      writeFileSync(stamp, way)
      return folder
    }
    problems.push(`${way}: ${problem}`)
  }
  throw new Error(`better-sqlite3 cannot be built here (${problems.join('; ')})`)
}

const quiet = ['--no-audit', '--no-fund', '--loglevel=error']

/** Three ways, for npm and its own node-gyp have changed how scripts and headers are found. */
const ways = {
  'npm install': () => run('npm', ['install', ...quiet, '--foreground-scripts', ...named]),
  'npm rebuild': () => {
    run('npm', ['install', ...quiet, '--ignore-scripts', ...named])
    run('npm', ['rebuild', ...quiet, '--foreground-scripts', 'better-sqlite3'])
  },
  'node-gyp': () => {
    const npm = dirname(dirname(realpathSync(needProgram('npm'))))
    const gyp = join(npm, 'node_modules/node-gyp/bin/node-gyp.js')
    run('node', [gyp, 'rebuild', '--release'], join(folder, 'node_modules/better-sqlite3'))
  },
}

const run = (command: string, args: string[], cwd = folder) =>
  spawnSync(command, args, { cwd, env: environment(), encoding: 'utf8', timeout: 300_000 })

/** Node's headers of this machine are used when they are there: nothing is fetched then. */
const environment = () => ({
  ...process.env,
  npm_config_build_from_source: 'better-sqlite3',
  ...(existsSync('/usr/include/node/node.h') ? { npm_config_nodedir: '/usr' } : {}),
})

const tryOut = (): string | undefined => {
  const script =
    "new (require('better-sqlite3'))(':memory:').prepare('SELECT 1').get(); require('socket.io')"
  const { status, stderr } = run('node', ['-e', script])
  return status === 0 ? undefined : stderr.split('\n').find((line) => line.includes('Error'))
}
