import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { sealSome } from '../../src/system/sealer'
import { openSqliteAt } from '../store/open'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

/** A desk of a name, and what was done there: more than is read at a time. */
const ACTS = 510
const deskWithActs = async () => {
  const data = scratchFolder()
  const run = (...argv: string[]) => runHere(['audit', ...argv, '--data', data])
  expect(await run('verify')).toMatchObject({ code: 2 })
  await runHere(['agent', 'create', '--email', 'ana@desk.test', '--name', 'Ana', '--data', data])
  const path = join(data, 'bellhop.db')
  const store = await openSqliteAt(path)
  for (let nth = 1; nth <= ACTS; nth++)
    await store.audit.add({
      ...{
        id: `z-${String(nth).padStart(4, '0')}`,
        at: 4e12 + nth,
        actor: nth % 2 ? 'one' : 'two',
      },
      ...{
        actorName: '=cmd()',
        act: nth === 3 ? 'removed' : 'changed',
        object: 'department:shoes',
      },
      ...{ detail: { value: `靴, "${nth}"\n` }, address: '203.0.113.9', browser: 'Firefox, Linux' },
    })
  while ((await sealSome(store.audit)) > 0);
  const { seq = 0 } = (await store.audit.head()) ?? {}
  await store.close()
  const harm = (sql: string) => {
    const file = new Database(path)
    file.run(sql)
    file.close()
  }
  return { run, harm, seq }
}

test('audit verify tells that all is there and where it ends, and names the first that is altered', async () => {
  const { run, harm, seq } = await deskWithActs()
  const whole = await run('verify')
  expect([whole.code, whole.err]).toEqual([0, ''])
  expect(whole.out).toContain(`The chain is whole: ${seq} records`)
  const head = /head: (\d+:[0-9a-f]{64})/.exec(whole.out)?.[1] ?? ''
  expect((await run('verify', '--head', head)).code).toBe(0)
  const other = await run('verify', '--head', `1:${'0'.repeat(64)}`)
  expect([other.code, other.err]).toEqual([1, expect.stringContaining('Record 1 does not have')])
  expect(await run('verify', '--head', 'x')).toMatchObject({ code: 2 })
  const inJson = JSON.parse((await run('verify', '--json')).out)
  expect(inJson).toMatchObject({ whole: true, fault: null, sealed: seq, unsealed: 0 })
  harm("update audit set actor_name = 'Otto' where id in ('z-0505', 'z-0400')")
  const altered = await run('verify')
  expect(altered.code).toBe(1)
  expect(altered.err).toMatch(/^Record \d+ \(z-0400\) was altered since it was sealed$/m)
  expect(JSON.parse((await run('verify', '--json')).out)).toMatchObject({
    ...{ whole: false, fault: { kind: 'altered', id: 'z-0400' } },
  })
}, 40_000)

test('audit list and audit export say what is asked for, as a table and in JSON', async () => {
  const { run, seq } = await deskWithActs()
  const listed = JSON.parse((await run('list', '--json', '--limit', '3')).out)
  expect(listed.map(({ id }: { id: string }) => id)).toEqual(['z-0510', 'z-0509', 'z-0508'])
  expect((await run('list', '--act', 'removed')).out).toMatch(/removed +department:shoes +203\.0/)
  expect(await run('list', '--act', 'nothing')).toMatchObject({ code: 2 })
  expect(await run('list', '--limit', '0')).toMatchObject({ code: 2 })
  const csv = await run('export', '--csv')
  const rows: Record<string, string>[] = parse(csv.out, { columns: true })
  // Whoever takes it along is in it.
  expect(rows).toHaveLength(seq + 1)
  expect(rows.filter(({ act }) => act === 'exported')).toMatchObject([
    { actor: 'command-line', object: 'list:audit.csv' },
  ])
  const last = { id: 'z-0510', actor_name: "'=cmd()", address: '203.0.113.9' }
  expect(rows.at(-1)).toMatchObject(last)
  expect(JSON.parse(rows.at(-1)?.detail ?? '')).toEqual({ value: '靴, "510"\n' })
  const all = JSON.parse((await run('export', '--json')).out)
  expect(all).toHaveLength(seq + 2)
  expect(all.at(-1)).toMatchObject({ seq, hash: rows.at(-1)?.hash ?? '' })
  const own = JSON.parse((await run('export', '--json', '--actor', 'one')).out)
  expect(own).toHaveLength(ACTS / 2)
  expect(await run('export', '--json', '--csv')).toMatchObject({ code: 2 })
}, 40_000)
