import { beforeAll, describe, expect, test } from 'bun:test'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { otherPort, programName } from '../../src/cli/program-name'
import { ownCommand } from '../support/program'
import { scratchFolder, spawnProgram } from '../support/programs'
import { runHere } from './terminal'

const commands = ['serve', 'migrate', 'admin', 'agent', 'department', 'demo', 'doctor', 'replay']

describe('help', () => {
  test('names every command', async () => {
    const { code, out } = await runHere(['--help'])
    expect(code).toBe(0)
    for (const command of commands) expect(out).toContain(`\n  ${command}`)
  })

  test.each([...commands, 'admin create', 'agent create', 'agent enable'])(
    '%s --help',
    async (command) => {
      const { code, out, err } = await runHere([...command.split(' '), '--help'])
      expect(code).toBe(0)
      expect(out).toContain(`Usage: bellhop ${command}`)
      expect(err).toBe('')
    },
  )

  test('serve tells every setting', async () => {
    const { out } = await runHere(['serve', '--help'])
    const settings = ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'REDIS_URL', 'BASE_URL']
    for (const name of [...settings, 'TRUST_PROXY', 'SECRET', 'LOG_LEVEL'])
      expect(out).toContain(`\n  ${name} `)
  })
})

describe('a command that only looks', () => {
  test.each(['doctor', 'replay --all', 'migrate --dry-run'])('%s', async (typed) => {
    const argv = typed.split(' ')
    const data = join(scratchFolder(), 'never')
    const { code, err } = await runHere([...argv, '--data', data])
    expect(existsSync(data)).toBe(false)
    expect(code).toBe(argv[0] === 'migrate' ? 0 : 2)
    if (code === 2) expect(err).toBe(`There is no desk in ${data}: bellhop serve makes one`)
  })
})

describe('bad use ends with 2 and says why', () => {
  const data = ['--data', join(scratchFolder(), 'never')]
  const who = ['--email', 'ana@desk.test', '--name', 'Ana']
  const table: [argv: string[], says: string][] = [
    [[], 'Usage: bellhop'],
    [['open'], "unknown command 'open'"],
    [['serve', '--prot', '80'], "unknown option '--prot'"],
    [['serve', 'now'], 'too many arguments'],
    [['serve', '--port', 'abc', ...data], 'PORT must be a number from 1 to 65535'],
    [['demo', '--port', '70000', ...data], 'PORT must be a number from 1 to 65535'],
    [['admin'], 'Usage: bellhop admin'],
    [
      ['admin', 'create'],
      "required option '--email <address>', required option '--name <name>' not specified",
    ],
    [
      ['department', 'rename', ...data],
      "required argument 'name', required argument 'new' not specified",
    ],
    [['agent', 'create', '--email', 'a@b.example'], "required option '--name <name>'"],
    [['agent', 'create', ...who, '--capacity', 'x', ...data], '--capacity must be a number from 1'],
    [['agent', 'create', ...who, '--capacity', '51', ...data], '--capacity must be a number'],
    [['agent', 'create', ...who, '--password', 'p'], "unknown option '--password'"],
    [['department', 'set', ...data], "missing required argument 'name'"],
    [['department', 'remove', ...data], "missing required argument 'name'"],
    [
      ['agent', 'set', '--email', 'a@b.example', ...data],
      '--department, --name, --new-email, --role, --no-second-factor, --capacity',
    ],
    [['department', 'rename', 'Billing', ...data], "missing required argument 'new'"],
    [
      ['department', 'set', 'Billing', '--acceptance', 'x', ...data],
      'Allowed choices are automatic',
    ],
    [['replay', ...data], 'Replay needs an address'],
    [['replay', 'nobody:1', ...data], 'Replay needs an address'],
    [['replay', 'agent:1', '--at', '0', ...data], '--at must be the number of a turn'],
    [['doctor', '--url', 'ftp://desk', ...data], '--url must be an http:// or https:// address'],
  ]
  test.each(table)('%j', async (argv, says) => {
    const { code, err } = await runHere(argv)
    expect(code).toBe(2)
    expect(err).toContain(says)
    expect(err).not.toContain('    at ')
  })
})

describe('a reader that has gone', () => {
  const data = scratchFolder()
  beforeAll(() => runHere(['migrate', '--data', data]))
  const typed = ['--help', 'doctor', 'agent list']
  test.concurrent.each(typed)(
    '%s ends quietly',
    async (typed) => {
      const argv = [...ownCommand, ...typed.split(' ')]
      const env = { DATA_DIR: data }
      const piped = spawnProgram('sh', ['-c', '"$@" | true', 'sh', ...argv], { env })
      await piped.exited
      expect(piped.output()).toBe('')
    },
    20_000,
  )
})

describe('called through npm', () => {
  test('it says so', () => {
    expect(programName({})).toBe('bellhop')
    expect(programName({ npm_lifecycle_event: 'test' })).toBe('bellhop')
    expect(programName({ npm_lifecycle_event: 'bellhop' })).toBe('npm run bellhop --')
    expect(otherPort(3000, { npm_lifecycle_event: 'start' })).toBe('npm start -- --port 3001')
    expect(otherPort(65_535, {})).toBe('--port 65534')
  })
})
