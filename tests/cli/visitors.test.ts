import { expect, test } from 'bun:test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder } from '../support/programs'
import { runHere, serveHere } from './terminal'

const openAt = async () => {
  const data = scratchFolder()
  const run = (argv: string[], input = '') => runHere([...argv, '--data', data], { input })
  const olga = ['--email', 'olga@desk.test', '--name', 'Olga']
  expect((await run(['admin', 'create', ...olga])).code).toBe(0)
  return { data, run }
}
const table = (rows: string[]) => ['email,name,company,tags,Plan', ...rows].join('\n')

test('the command line takes visitors over, lists them and writes them as it can take them over', async () => {
  const { run } = await openAt()
  const csv = table(['vera@guest.test,Vera,ACME,"VIP, trial",Gold', 'vito@guest.test,=1+1,,,'])
  const file = join(scratchFolder(), 'visitors.csv')
  writeFileSync(file, csv)
  const checked = await run(['visitor', 'import', file, '--check'])
  expect([checked.code, checked.out]).toEqual([
    ...[0, 'to be made: 2, to be changed: 0, so already: 0'],
  ])
  expect((await run(['visitor', 'list', '--json'])).out).toBe('[]')
  expect((await run(['visitor', 'import', file])).out).toBe('made: 2, changed: 0, so already: 0')
  const again = await run(['visitor', 'import', '--json'], csv)
  expect(JSON.parse(again.out)).toMatchObject({ dry: false, made: 0, changed: 0, same: 2 })
  const listed = await run(['visitor', 'list', '--search', 'acme'])
  expect(listed.out).toMatch(/name +email +company/)
  expect([listed.out.includes('vera@guest.test'), listed.out.includes('vito')]).toEqual([
    true,
    false,
  ])
  // What was written is taken over again, and nothing of it is new.
  const { out: exported } = await run(['visitor', 'export'])
  expect(exported).toContain("'=1+1")
  expect((await run(['visitor', 'import'], exported)).out).toContain('so already: 2')
  const { out: asJson } = await run(['visitor', 'export', '--json'])
  expect(JSON.parse(asJson)).toHaveLength(2)
  expect((await run(['visitor', 'import'], asJson)).out).toContain('so already: 2')
  const told = JSON.parse((await run(['audit', 'list', '--act', 'imported', '--json'])).out)
  expect(told[told.length - 1]).toMatchObject({
    ...{ actorName: 'bellhop', object: 'list:visitors', detail: { made: 2, changed: 0 } },
  })
  const taken = JSON.parse((await run(['audit', 'list', '--act', 'exported', '--json'])).out)
  expect(taken.map(({ object }: { object: string }) => object).toSorted()).toEqual([
    ...['list:visitors.csv', 'list:visitors.json'],
  ])
}, 60_000)

test('nothing is taken over while a row is wrong, and no file is taken for a table that is none', async () => {
  const { run } = await openAt()
  const wrong = await run(['visitor', 'import'], table(['vera@guest.test,Vera,,,', 'nobody,N,,,']))
  expect([wrong.code, wrong.err]).toEqual([1, 'Row 2: email is not right\nNothing was taken over'])
  const asJson = await run(['visitor', 'import', '--json'], table(['nobody,N,,,']))
  expect([asJson.code, JSON.parse(asJson.out).wrong]).toEqual([1, [{ row: 1, field: 'email' }]])
  for (const text of ['', '[]', '[1]', '{"email"', 'email,name'])
    expect([text, (await run(['visitor', 'import'], text)).code]).toEqual([text, 2])
  expect((await run(['visitor', 'list', '--limit', '0'])).code).toBe(2)
  expect((await run(['visitor', 'list', '--json'])).out).toBe('[]')
}, 60_000)

test('a desk that is open takes them over itself', async () => {
  const { data, run } = await openAt()
  const desk = await serveHere({ dataDir: data })
  try {
    const rows = Array.from({ length: 300 }, (_, nth) => `v${nth}@guest.test,V${nth},,,`)
    expect((await run(['visitor', 'import'], table(rows))).out).toContain('made: 300')
    expect(JSON.parse((await run(['visitor', 'export', '--json'])).out)).toHaveLength(300)
  } finally {
    await desk.stop()
  }
}, 60_000)
