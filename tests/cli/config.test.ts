import { Database } from 'bun:sqlite'
import { describe, expect, test } from 'bun:test'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError, readConfig } from '../../src/config'
import { writeWhole } from '../../src/disk/write-whole'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig({ DATA_DIR: scratchFolder(), ...environment })
    return []
  } catch (problem) {
    if (problem instanceof ConfigError) return problem.problems
    throw problem
  }
}

describe('what is refused, in one sentence', () => {
  const table: [setting: string, value: string, says: string][] = [
    ['PORT', 'abc', 'PORT must be a number from 1 to 65535 (got "abc")'],
    ['PORT', '', 'PORT must be a number from 1 to 65535 (got "")'],
    ['PORT', '0', 'PORT must be'],
    ['PORT', '70000', 'PORT must be'],
    ['PORT', '1e3', 'PORT must be'],
    ['PORT', '80 ', 'PORT must be'],
    ['HOST', 'http://127.0.0.1', 'HOST must be an address of this machine to listen on, like'],
    ['HOST', '127.0.0.1:3000', 'HOST must be an address'],
    ['HOST', '999.1.1.1', 'HOST must be an address'],
    ['HOST', 'no where', 'HOST must be an address'],
    ['HOST', '[127.0.0.1', 'HOST must be an address'],
    ['DATABASE_URL', 'postgres://x', 'DATABASE_URL must be sqlite:'],
    ['DATABASE_URL', 'mysql://', 'DATABASE_URL must be'],
    ['DATABASE_URL', 'sqlite://data/desk.db', 'DATABASE_URL must name a file'],
    ['DATABASE_URL', 'sqlite://', 'DATABASE_URL must name a file'],
    ['DATABASE_URL', 'sqlite::memory:', 'DATABASE_URL must name a file'],
    ['DATABASE_URL', 'sqlite:///:memory:', 'DATABASE_URL must name a file'],
    ['DATABASE_URL', 'sqlite:file:desk.db', 'DATABASE_URL must name a file'],
    ['DATABASE_URL', 'sqlite:///file:/data/desk.db', 'DATABASE_URL must name a file'],
    ['DATABASE_URL', 'sqlite:desk.db?', 'DATABASE_URL takes no parameters'],
    ['DATABASE_URL', 'sqlite:desk.db?immutable', 'DATABASE_URL takes no parameters'],
    ['DATABASE_URL', 'mysql://host', 'DATABASE_URL must be'],
    ['REDIS_URL', 'http://127.0.0.1', 'REDIS_URL must begin with redis://'],
    ['BASE_URL', 'chat.example.org', 'BASE_URL must be an http://'],
    ['BASE_URL', 'https://chat.example.org/help', 'BASE_URL must be'],
    ['BASE_URL', 'https://chat.example.org/?a=1', 'BASE_URL must be'],
    ['SECRET', 'short', 'SECRET must be at least 32'],
    ['SECRET', 'your-secret-key-here-your-secret-key', 'SECRET must be'],
    ['SECRET', 'changeme-changeme-changeme-changeme', 'SECRET must be'],
    ['SECRET', 'a'.repeat(40), 'SECRET must be'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be debug'],
    ['TRUST_PROXY', '*', 'TRUST_PROXY must list'],
    ['TRUST_PROXY', '0.0.0.0/0', 'TRUST_PROXY must list'],
    ['TRUST_PROXY', '::/0', 'TRUST_PROXY must list'],
    ['TRUST_PROXY', 'abc', 'TRUST_PROXY must list'],
    ['TRUST_PROXY', '10.0.0.0/33', 'TRUST_PROXY must list'],
    ['RATE_FACTOR', '-1', 'RATE_FACTOR must be'],
  ]
  test.each(table)('%s=%s', (setting, value, says) => {
    const problems = problemsOf({ [setting]: value })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toStartWith(says)
  })

  const welcome: [setting: string, value: string][] = [
    ['PORT', '1'],
    ['PORT', '65535'],
    ['HOST', 'localhost'],
    ['HOST', 'fe80::1%eth0'],
    ['DATABASE_URL', 'mysql://desk:p%40ss@db.example.org/desk'],
    ['DATABASE_URL', 'sqlite:'],
    ['DATABASE_URL', 'sqlite:data/desk.db'],
    ['DATABASE_URL', 'sqlite:/data/desk.db'],
    ['DATABASE_URL', 'sqlite:///data/which?.db'],
    ['BASE_URL', 'https://chat.example.org/'],
    ['TRUST_PROXY', '10.0.0.0/8, ::1'],
    ['REDIS_URL', 'rediss://:word@redis.example.org:6380'],
  ]
  test.each(welcome)('%s=%s is fine', (setting, value) => {
    expect(problemsOf({ [setting]: value })).toEqual([])
  })
})

test('everything that is wrong is told at once', () => {
  const problems = problemsOf({ PORT: 'x', LOG_LEVEL: 'y', TRUST_PROXY: 'z' })
  expect(problems.map((line) => line.split(' ')[0])).toEqual(['PORT', 'LOG_LEVEL', 'TRUST_PROXY'])
})

test('secrets are not repeated', () => {
  const told = problemsOf({
    SECRET: 'canary-1',
    DATABASE_URL: 'postgres://ana:canary-2@db/desk',
    REDIS_URL: 'http://:canary-3@redis',
    BASE_URL: 'https://ana:canary-4@chat.example.org',
  }).join('\n')
  expect(told.split('\n')).toHaveLength(4)
  expect(told).not.toContain('canary')
})

test('a slash at the end of the address does not matter', () => {
  const config = readConfig({ DATA_DIR: scratchFolder(), BASE_URL: 'https://chat.example.org/' })
  expect(config.baseUrl).toBe('https://chat.example.org')
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['10.1.2.3', 'http://10.1.2.3:3000'],
  ['::1', 'http://[::1]:3000'],
  ['[::1]', 'http://[::1]:3000'],
  ['desk.example.org', 'http://desk.example.org:3000'],
  ['0.0.0.0', 'http://localhost:3000'],
  ['::', 'http://localhost:3000'],
  ['0:0:0:0:0:0:0:0', 'http://localhost:3000'],
])('a desk that listens at %s is reached at %s', (HOST, address) => {
  expect(readConfig({ DATA_DIR: scratchFolder(), HOST }).baseUrl).toBe(address)
})

test('a file where the data folder should be is named', () => {
  const file = join(scratchFolder(), 'data')
  writeFileSync(file, 'not ours')
  for (const DATA_DIR of [file, join(file, 'deeper')])
    expect(problemsOf({ DATA_DIR })).toEqual([
      `DATA_DIR cannot be written: ${file} is a file, and a folder is needed there`,
    ])
  expect(readFileSync(file, 'utf8')).toBe('not ours')
})

test('a file is written whole, and one that is there stays unless it shall be replaced', () => {
  const folder = scratchFolder()
  const file = join(folder, 'kept')
  writeWhole(file, 'first')
  writeWhole(file, 'second')
  expect(readFileSync(file, 'utf8')).toBe('first')
  writeWhole(file, 'third', { replace: true })
  expect(readFileSync(file, 'utf8')).toBe('third')
  mkdirSync(join(folder, 'taken'))
  expect(() => writeWhole(join(folder, 'taken'), 'fourth', { replace: true })).toThrow()
  expect(readdirSync(folder).toSorted()).toEqual(['kept', 'taken'])
})

describe('the secret', () => {
  test('is made once, for the owner of the folder only', () => {
    const dataDir = join(scratchFolder(), 'new')
    const { secret } = readConfig({ DATA_DIR: dataDir })
    expect(secret.length).toBeGreaterThanOrEqual(43)
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(readConfig({ DATA_DIR: dataDir }).secret).toBe(secret)
    expect(readFileSync(join(dataDir, 'secret'), 'utf8').trim()).toBe(secret)
  })

  test('that is given is kept nowhere', () => {
    const dataDir = scratchFolder()
    const SECRET = 'q7Zk2m9XcV4bN8rT1wY6uP3sD5fG0hJ2'
    expect(readConfig({ DATA_DIR: dataDir, SECRET }).secret).toBe(SECRET)
    expect(existsSync(join(dataDir, 'secret'))).toBe(false)
  })

  test('that was cut short is not used', () => {
    const dataDir = scratchFolder()
    writeFileSync(join(dataDir, 'secret'), '')
    expect(() => readConfig({ DATA_DIR: dataDir })).toThrow('is cut short')
  })

  test.each<[what: string, text: string | Uint8Array]>([
    ['bytes that a power cut left empty', new Uint8Array(64)],
    ['bytes that are no text', new Uint8Array(64).fill(0xe9)],
    ['one sign again and again', 'x'.repeat(64)],
    ['lines of something else', 'Dear Ana,\n'.repeat(10)],
  ])('that is %s is not used', (_, text) => {
    const dataDir = scratchFolder()
    writeFileSync(join(dataDir, 'secret'), text)
    expect(() => readConfig({ DATA_DIR: dataDir })).toThrow('is cut short or damaged')
  })

  test('that is no file is not waited for', () => {
    const dataDir = scratchFolder()
    mkdirSync(join(dataDir, 'secret'))
    expect(() => readConfig({ DATA_DIR: dataDir })).toThrow('secret is a folder, and a file')
  })

  test('that somebody wrote is used', () => {
    const dataDir = scratchFolder()
    writeFileSync(join(dataDir, 'secret'), 'q7Zk2m9XcV4bN8rT1wY6uP3sD5fG0hJ2+/==\r\n')
    expect(readConfig({ DATA_DIR: dataDir }).secret).toEndWith('+/==')
  })
})

describe('beside a database that is another program’s', () => {
  test.each(['serve', 'migrate'])('%s makes no secret', async (command) => {
    const folder = scratchFolder()
    const path = join(folder, 'bellhop.db')
    const db = new Database(path)
    db.run('CREATE TABLE layers (id INTEGER)')
    db.close()
    const elsewhere = join(folder, 'elsewhere')
    for (const [data, env] of [
      [folder, {}],
      [elsewhere, { DATABASE_URL: `sqlite:${path}` }],
    ] as const) {
      const { code, err } = await runHere([command, '--data', data], { env })
      expect({ code, err }).toEqual({
        code: 2,
        err: expect.stringContaining(`${path} is the database of another program`),
      })
    }
    expect(readdirSync(folder)).toEqual(['bellhop.db'])
  })
})
