import { expect, test } from 'bun:test'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder } from '../support/programs'
import { unzipped } from '../support/zip'
import { runHere, serveHere } from './terminal'

const table = ['email,name,phone', 'vera@guest.test,Vera Quill-Marsh,+44 20 7946 0018'].join('\n')

const openAt = async () => {
  const data = scratchFolder()
  const run = (argv: string[], input = '') => runHere([...argv, '--data', data], { input })
  const olga = ['--email', 'olga@desk.test', '--name', 'Olga']
  expect((await run(['admin', 'create', ...olga])).code).toBe(0)
  expect((await run(['visitor', 'import'], table)).code).toBe(0)
  return { data, run }
}

const isFound = (data: string): boolean =>
  readdirSync(data, { recursive: true, withFileTypes: true }).some(
    (one) =>
      one.isFile() && readFileSync(join(one.parentPath, one.name)).includes('vera@guest.test'),
  )

test('a person is erased on a desk that is closed, once it is said twice', async () => {
  const { data, run } = await openAt()
  const told = await run(['erase', 'vera@guest.test'])
  expect([told.code, told.out]).toEqual([0, expect.stringContaining('Visitors: 1.')])
  expect(told.out).toContain('--yes does it')
  expect(isFound(data)).toBeTrue()
  const done = await run(['erase', 'Vera@Guest.test', '--yes'])
  expect([done.code, done.out]).toEqual([0, expect.stringContaining('Erased')])
  expect(isFound(data)).toBeFalse()
  expect((await run(['audit', 'verify'])).code).toBe(0)
  const again = await run(['erase', 'vera@guest.test', '--yes'])
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('Nobody is known by this')])
}, 60_000)

test('what is kept no longer is told, and deleted once it is said', async () => {
  const { run } = await openAt()
  expect((await run(['retention'])).out).toBe('All conversations are kept for good')
  expect((await run(['settings', '--keep-days', '90'])).code).toBe(0)
  const told = await run(['retention'])
  expect([told.code, told.out]).toEqual([0, expect.stringMatching(/days +to delete/)])
  expect((await run(['retention', '--yes', '--json'])).out).toBe('{"deleted":0}')
}, 60_000)

test('and on one that is open; all that is theirs is taken along before', async () => {
  const { data, run } = await openAt()
  const served = await serveHere({ dataDir: data })
  const file = join(scratchFolder(), 'vera.zip')
  const taken = await run(['visitor', 'archive', 'vera@guest.test', file, '--json'])
  expect([taken.code, JSON.parse(taken.out)]).toEqual([0, { file, conversations: 0 }])
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const known = unzipped(readFileSync(file)).get('data.json')?.toString() ?? ''
  expect(known).toContain('+44 20 7946 0018')
  const done = await run(['erase', 'vera@guest.test', '--yes', '--json'])
  expect(JSON.parse(done.out)).toMatchObject({ step: 'done', counts: { visitors: 1 } })
  expect(isFound(data)).toBeFalse()
  await served.stop()
  expect(isFound(data)).toBeFalse()
}, 60_000)
