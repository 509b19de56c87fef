import { describe, expect, test } from 'bun:test'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isUnread } from '../../src/config/parameters'
import { placeOf, readServerUrl } from '../../src/config/server-url'
import type { Tls } from '../../src/config/tls'
import { hasOpenssl, selfSigned, withPassphrase } from '../support/certificates'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

const file = (text: string) => {
  const path = join(scratchFolder(), 'ca + more.pem')
  writeFileSync(path, text)
  return path
}
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nZGVzaw==\n-----END CERTIFICATE-----\n'

const sentences = (kind: 'mysql' | 'redis', url: string): readonly string[] => {
  const read = readServerUrl(kind, url)
  return isUnread(read) ? read.says : []
}

describe('a URL says, part by part', () => {
  test('a password of any signs', () => {
    const password = '@:/?%#& ü😟+='
    const url = `mysql://olga:${encodeURIComponent(password)}@db.example/desk`
    expect(readServerUrl('mysql', url)).toMatchObject({
      ...{ host: 'db.example', port: 3306, user: 'olga', password, database: 'desk' },
      ...{ tls: undefined, connectMs: 2000, answerMs: 6000 },
    })
    expect(readServerUrl('redis', `redis://:${encodeURIComponent(password)}@r/0`)).toMatchObject({
      ...{ host: 'r', port: 6379, user: '', password },
    })
  })

  test('an address of either family, and a name of any script', () => {
    const six = readServerUrl('mysql', 'mysql://desk@[::1]:3307/desk')
    expect(six).toMatchObject({ host: '::1', port: 3307 })
    expect(placeOf({ host: '::1', port: 3307 })).toBe('[::1]:3307')
    expect(readServerUrl('redis', 'redis://127.0.0.1:6380')).toMatchObject({ host: '127.0.0.1' })
    expect(readServerUrl('mysql', 'mysql://desk@bücher.example/desk')).toMatchObject({
      host: 'xn--bcher-kva.example',
    })
  })

  test('how it is encrypted, and whose word counts', () => {
    const ca = file(CERTIFICATE)
    const tlsOf = (kind: 'mysql' | 'redis', url: string) =>
      (readServerUrl(kind, url) as { tls?: unknown }).tls
    const system = { verify: true, ca: undefined }
    expect(tlsOf('mysql', 'mysql://d@h/d?ssl=verify')).toEqual(system)
    expect(tlsOf('mysql', 'mysql://d@h/d?ssl=insecure')).toEqual({ ...system, verify: false })
    expect(tlsOf('mysql', 'mysql://d@h/d?ssl=off')).toBeUndefined()
    const path = encodeURI(ca)
    expect(tlsOf('mysql', `mysql://d@h/d?ca=${path}`)).toEqual({ verify: true, ca: CERTIFICATE })
    expect(tlsOf('redis', 'redis://h')).toBeUndefined()
    expect(tlsOf('redis', 'rediss://h')).toEqual(system)
    expect(tlsOf('redis', 'rediss://h?ssl=insecure')).toEqual({ ...system, verify: false })
    expect(tlsOf('redis', 'redis://h?ssl=verify')).toEqual(system)
  })

  test.skipIf(!hasOpenssl)('what it is shown of the desk', async () => {
    const [own, other] = [await selfSigned('DNS:desk'), await selfSigned('DNS:other')]
    const [cert, key] = [own.certificate, own.key].map((path) => encodeURIComponent(path))
    const tls = (url: string) => (readServerUrl('mysql', url) as { tls?: Tls }).tls
    expect(tls(`mysql://d@h/d?cert=${cert}&key=${key}`)).toMatchObject({
      verify: true,
      client: {
        cert: readFileSync(own.certificate, 'utf8'),
        key: readFileSync(own.key, 'utf8'),
      },
    })
    expect(tls(`mysql://d@h/d?ssl=insecure&cert=${cert}&key=${key}`)?.verify).toBe(false)
    const locked = await withPassphrase(own)
    const refused: [more: string, says: string][] = [
      [`cert=${cert}`, 'DATABASE_URL says cert=… without key=…'],
      [`key=${key}`, 'DATABASE_URL says key=… without cert=…'],
      [`cert=/none/here&key=${key}`, 'DATABASE_URL: cert names a file that cannot be read'],
      [`cert=${cert}&key=/none/here`, 'DATABASE_URL: key names a file that cannot be read'],
      [`cert=${cert}&key=${cert}`, 'DATABASE_URL: key names '],
      [`cert=${key}&key=${key}`, 'DATABASE_URL: cert names '],
      [
        `cert=${cert}&key=${encodeURIComponent(other.key)}`,
        'DATABASE_URL says a key=… that does not',
      ],
      [`cert=${encodeURI(file(CERTIFICATE))}&key=${key}`, 'DATABASE_URL says cert=… of a file'],
      [`cert=${cert}&key=${encodeURIComponent(locked)}`, 'DATABASE_URL says key=… of a file'],
      [`ssl=off&cert=${cert}&key=${key}`, 'DATABASE_URL says cert=… and ssl=off'],
    ]
    for (const [more, says] of refused) {
      const told = sentences('mysql', `mysql://d@h/d?${more}`)
      expect(told, more).toHaveLength(1)
      expect(told[0], more).toStartWith(says)
    }
  })

  test('how long it is waited for', () => {
    const url = 'mysql://d@h/d?connect-timeout=500ms&timeout=20s'
    expect(readServerUrl('mysql', url)).toMatchObject({ connectMs: 500, answerMs: 20_000 })
  })
})

describe('what is refused', () => {
  const names: [kind: 'mysql' | 'redis', url: string, says: string][] = [
    ['mysql', 'mysql://d@h/d?ssl-mode=REQUIRED', 'DATABASE_URL knows no parameter ssl-mode'],
    ['mysql', 'mysql://d@h/d?debug=true', 'DATABASE_URL knows no parameter debug'],
    ['mysql', 'mysql://d@h/d?rowsAsArray=true', 'DATABASE_URL knows no parameter rowsAsArray'],
    ['mysql', 'mysql://d@h/d?__proto__=1&toString=2', 'DATABASE_URL knows no parameter '],
    ['redis', 'redis://h?family=6', 'REDIS_URL knows no parameter family'],
    ['mysql', 'mysql://d@h/d?ssl=REQUIRED', 'DATABASE_URL: ssl must be verify, insecure or off'],
    ['mysql', 'mysql://d@h/d?ssl=off&ssl=verify', 'DATABASE_URL says one of its parameters twice'],
    [
      'mysql',
      'mysql://d@h/d?timeout=1s',
      'DATABASE_URL: timeout must be a time from 5s to 60s, like 6s',
    ],
    [
      'redis',
      'redis://h?connect-timeout=2',
      'REDIS_URL: connect-timeout must be a time from 100ms to 60000ms, like 2s',
    ],
    ['mysql', 'mysql://d@h/d?ca=/none/here', 'DATABASE_URL: ca names a file that cannot be read'],
    ['mysql', `mysql://d@h/d?ca=${encodeURI(file('words'))}`, 'DATABASE_URL: ca names '],
    ['mysql', `mysql://d@h/d?ssl=off&ca=${encodeURI(file(CERTIFICATE))}`, 'DATABASE_URL says ca='],
    ['redis', 'rediss://h?ssl=off', 'REDIS_URL begins with rediss:// and says ssl=off'],
    ['redis', 'redis://h/words', 'REDIS_URL must begin with redis:// or rediss://'],
    ['mysql', 'mysql://d:p#w@h/d', 'DATABASE_URL must be sqlite:<file> or mysql://'],
    ['mysql', 'mysql://d:12/34@h/d', 'DATABASE_URL must be'],
    ['mysql', 'mysql://d:1/w@h', 'DATABASE_URL must be'],
    ['mysql', 'mysql://d:50%@h/d', 'DATABASE_URL must be'],
    ['mysql', 'mysql://d:%ff@h/d', 'DATABASE_URL must be'],
    ['mysql', 'mysql://d@h:0/d', 'DATABASE_URL must be'],
    ['redis', 'redis://:12#34@h', 'REDIS_URL must begin'],
    ['redis', 'redis://:50%@h', 'REDIS_URL must begin'],
  ]
  test.each(names)('%s: %s', (kind, url, says) => {
    expect(sentences(kind, url)).toHaveLength(1)
    expect(sentences(kind, url)[0]).toStartWith(says)
  })

  test('a bare password does not show itself', () => {
    for (const bare of ['1?canary@h', '1#canary@h', '1/canary@h', '%zzcanary@h', '1?canary!@h'])
      expect(sentences('redis', `redis://olga:${bare}`).join()).not.toMatch(/canary[@!]|^$/)
  })

  test('at the start, with 2, all at once and by name', async () => {
    const env = {
      DATABASE_URL: 'mysql://desk:canary@127.0.0.1:1/desk?ssl-mode=REQUIRED&timeout=soon',
      REDIS_URL: 'redis://:canary@127.0.0.1:1?tls=yes',
    }
    const { code, err } = await runHere(['serve', '--data', scratchFolder()], { env })
    expect(code).toBe(2)
    for (const name of ['ssl-mode', 'timeout', 'tls']) expect(err).toContain(name)
    expect(err).not.toContain('canary')
  })

  test('for a file, too', async () => {
    const env = { DATABASE_URL: `sqlite:${join(scratchFolder(), 'desk.db')}?mode=ro` }
    const { code, err } = await runHere(['serve', '--data', scratchFolder()], { env })
    expect(code).toBe(2)
    expect(err).toContain('DATABASE_URL takes no parameters for SQLite')
  })
})
