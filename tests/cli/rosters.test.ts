import { expect, test } from 'bun:test'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

const openAt = async () => {
  const data = scratchFolder()
  const run = (argv: string[], input = '') => runHere([...argv, '--data', data], { input })
  expect((await run(['admin', 'create', '--email', 'olga@desk.test', '--name', 'Olga'])).code).toBe(
    0,
  )
  return run
}

test('people are made out of a table, and written as one that is taken again', async () => {
  const [run, other] = [await openAt(), await openAt()]
  const table = [
    'email,name,role,departments,capacity,languages,disabled',
    'ana@desk.test,Ana,agent,"Billing, Sales",3,"en, zh",',
    'sina@desk.test,=Sina,supervisor,,,,yes',
    'nobody,Nobody,agent,,,,',
    'amir@desk.test,Amir,pilot,,,,',
  ].join('\n')
  const dry = await run(['agent', 'import', '--dry-run'], table)
  expect([dry.code, dry.out.split('\n')[0]]).toEqual([1, 'Would be taken: 2 departments, 2 people'])
  const first = await run(['agent', 'import'], table)
  expect(first.err.split('\n')).toEqual([
    'Line 3, person nobody: This e-mail address does not look right. Please check it.',
    expect.stringMatching(/^Line 4, person amir@desk.test: .*role/i),
  ])
  expect([first.code, first.out.split('\n')[0]]).toEqual([1, 'Taken: 2 departments, 2 people'])
  const listed = JSON.parse((await run(['agent', 'list', '--json'])).out)
  const ana = listed.find(({ name }: { name: string }) => name === 'Ana')
  expect(ana).toMatchObject({ capacity: 3, languages: 'en\nzh', departments: ['Billing', 'Sales'] })
  expect(listed.find(({ name }: { name: string }) => name === '=Sina')?.status).toBe('disabled')
  const exported = (await run(['agent', 'export'])).out
  expect(exported).toContain("'=Sina")
  const again = await run(['agent', 'import', '--json'], exported)
  expect([again.code, JSON.parse(again.out).taken]).toEqual([0, {}])
  const asJson = (await run(['agent', 'export', '--json'])).out
  const there = JSON.parse((await other(['agent', 'import', '--json'], asJson)).out)
  expect([there.taken, there.refused]).toEqual([{ department: 2, person: 2 }, []])
  expect(JSON.parse((await other(['agent', 'export', '--json'])).out)).toEqual(JSON.parse(asJson))
  // Who was taken off the desk may come again by the same list.
  expect((await other(['agent', 'remove', '--email', 'ana@desk.test'])).code).toBe(0)
  expect(JSON.parse((await other(['agent', 'import', '--json'], asJson)).out).taken).toEqual({
    person: 1,
  })
}, 60_000)

test('departments go out with their settings, and in', async () => {
  const [run, other] = [await openAt(), await openAt()]
  expect((await run(['department', 'set', 'Billing', '--accept', '20s', '--default'])).code).toBe(0)
  const exported = (await run(['department', 'export'])).out
  const taken = JSON.parse((await other(['department', 'import', '--json'], exported)).out)
  expect([taken.taken, taken.known]).toEqual([{ department: 1 }, { department: 1 }])
  expect(JSON.parse((await other(['department', 'export'])).out)).toEqual(JSON.parse(exported))
  expect((await other(['department', 'import'], '[1]')).code).toBe(2)
  const names = await other(['department', 'import', '--json'], 'name\nCellar\n')
  expect(JSON.parse(names.out).taken).toEqual({ department: 1 })
}, 60_000)
