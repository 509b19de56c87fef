import { expect, test } from 'bun:test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DESK } from '../../actors/canned/reply'
import { asCsv, rowsIn } from '../../src/cli/canned/table'
import { importCanned } from '../../src/commands/canned/import'
import { hire, openTestDesk } from '../support/desk'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

test('a table is read as it was written, and no cell of it is a formula', () => {
  const row = {
    ...{ code: '-1', title: '=HYPERLINK("x")', folder: '@sum', body: '+1\n"two", 三\r\nthree' },
    ...{ 'body.en': '\t=1', 'body.zh': "it's", scope: 'all', departments: '', owner: '' },
  }
  const csv = asCsv([row])
  expect(csv).not.toMatch(/(^|,)"?[=+\-@\t\r]/m)
  expect(rowsIn(csv)).toEqual([row])
  expect(rowsIn(`\uFEFF${JSON.stringify([row])}`)).toEqual([row])
})

test('replies are taken over all or none, and in the place of those of the same code', async () => {
  const desk = await openTestDesk()
  await hire(desk, 'Ana')
  const { canned, departments } = desk.desk.store
  const [support] = await departments.all()
  const rows = [
    { code: 'ret', body: 'Hello {{visitor.name|there}}' },
    { code: 'own', body: 'Mine', scope: 'mine', owner: 'ANA@desk.test' },
    { code: 'here', body: 'x', scope: 'department', departments: support?.name ?? '' },
  ]
  const bad = [{ code: 'a b' }, { body: '' }, { scope: 'mine', owner: 'nobody@desk.test' }]
  const worse = [{ scope: 'department', departments: 'Nowhere' }, { colour: 'red' }]
  for (const wrong of [...bad, ...worse]) {
    const refused = await importCanned(desk.desk, [...rows, { code: 'x', body: 'x', ...wrong }])
    expect(refused).toMatchObject({ reason: 'rowNotValid', values: { row: 4 } })
  }
  expect(await canned.all()).toEqual([])
  expect(await importCanned(desk.desk, rows)).toEqual({ made: 3, changed: 0 })
  const again = [{ code: 'RET', title: 'Return', body: 'Hi', 'body.zh': '您好' }]
  expect(await importCanned(desk.desk, again)).toEqual({ made: 0, changed: 1 })
  expect(await canned.of([DESK])).toMatchObject([
    { code: 'here', departments: [support?.id] },
    { code: 'RET', title: 'Return', body: 'Hi', bodies: { zh: '您好' } },
  ])
  await desk.close()
})

test('the command line exports and imports them', async () => {
  const data = scratchFolder()
  const run = (argv: string[], input = '') => runHere([...argv, '--data', data], { input })
  expect((await run(['department', 'list'])).code).toBe(2)
  const ana = ['--email', 'ana@desk.test', '--name', 'Ana']
  expect((await run(['agent', 'create', ...ana])).code).toBe(0)
  const file = join(scratchFolder(), 'replies.json')
  writeFileSync(file, JSON.stringify([{ code: 'ret', title: '=1+1', body: 'Hello\n你好' }]))
  expect(await run(['canned', 'import', file])).toMatchObject({
    ...{ code: 0, out: '1 made, 0 changed' },
  })
  expect((await run(['canned', 'list'])).out).toMatch(/ret +=1\+1 +all/)
  const { out: csv } = await run(['canned', 'export'])
  expect(csv).toContain("'=1+1")
  expect(await run(['canned', 'import', '--json'], csv)).toMatchObject({
    ...{ code: 0, out: '{"made":0,"changed":1}' },
  })
  const [row] = JSON.parse((await run(['canned', 'export', '--json'])).out)
  expect(row).toMatchObject({ code: 'ret', title: '=1+1', body: 'Hello\n你好', scope: 'all' })
  const bad = await run(['canned', 'import'], '{"code"')
  expect([bad.code, bad.err.length > 10]).toEqual([2, true])
}, 60_000)
