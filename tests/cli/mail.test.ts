import { expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { openStore } from '../../src/store/open-store'
import type { Letter } from '../../src/store/ports/letters'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

const letter = (nth: number, more: Partial<Letter>): Letter => ({
  ...{ id: systemClock.id(), thread: `left.${nth}`, nth: 1, kind: 'left', about: '', after: 0 },
  ...{
    upTo: 0,
    address: `v${nth}@guest.test`,
    subject: 'A message',
    language: 'en',
    at: 1_000 + nth,
  },
  ...{ state: 'due', dueAt: 4e12, tries: 0, problem: '', ...more },
})

/** A desk with mail that waits, that did not go, and that went. */
const openMail = async () => {
  const data = scratchFolder()
  const run = (argv: string[]) => runHere([...argv, '--data', data])
  const olga = ['--email', 'olga@desk.test', '--name', 'Olga']
  expect((await run(['admin', 'create', ...olga])).code).toBe(0)
  const letters = [
    letter(1, {}),
    letter(2, { state: 'dead', tries: 9, problem: 'refused' }),
    letter(3, { state: 'dead', tries: 9, problem: 'refused' }),
    letter(4, { state: 'sent' }),
  ]
  const store = await openStore({
    ...{ url: `sqlite:${data}/bellhop.db`, dataDir: data, clock: systemClock },
    log: openLog('silent'),
  })
  for (const each of letters) expect(await store.letters.write(each)).toBe(true)
  await store.close()
  return { run, ids: letters.map(({ id }) => id) }
}

test('the command line lists mail, sends again what did not go, and gives up what is to go', async () => {
  const { run, ids } = await openMail()
  const [due = '', dead = '', other = '', sent = ''] = ids
  const stages = async () => {
    const rows = JSON.parse((await run(['mail', 'list', '--json'])).out)
    return Object.fromEntries(rows.map((row: { id: string; stage: string }) => [row.id, row.stage]))
  }
  expect(await stages()).toMatchObject({ [due]: 'queued', [dead]: 'dead', [sent]: 'sent' })
  const listed = await run(['mail', 'list'])
  expect(listed.out).toMatch(/id +at +stage +kind +to +tries +problem/)
  expect((await run(['mail', 'dead'])).out.split('\n')).toHaveLength(3)
  const one = await run(['mail', 'list', '--to', 'v4@guest.test', '--stage', 'sent', '--json'])
  expect(JSON.parse(one.out)).toMatchObject([{ id: sent, to: 'v4@guest.test' }])
  expect((await run(['mail', 'retry', dead])).out).toBe(`${dead} is sent again`)
  expect((await stages())[dead]).toBe('queued')
  expect(JSON.parse((await run(['mail', 'retry', '--dead', '--json'])).out)).toEqual({
    done: [other],
  })
  expect((await run(['mail', 'retry', '--dead'])).out).toBe('Nothing is left to be sent')
  expect((await run(['mail', 'drop', due])).out).toBe(`${due} is not sent any more`)
  expect(await stages()).toMatchObject({ [due]: 'dropped', [other]: 'queued' })
  const told = JSON.parse((await run(['audit', 'list', '--act', 'changed', '--json'])).out)
  expect(told.map(({ actorName, object }: Record<string, string>) => [actorName, object])).toEqual([
    ['bellhop', `letter:${due}`],
    ['bellhop', `letter:${other}`],
    ['bellhop', `letter:${dead}`],
  ])
}, 60_000)

test('what cannot be done says why', async () => {
  const { run, ids } = await openMail()
  const [, , , sent = ''] = ids
  expect((await run(['mail', 'retry', sent])).code).toBe(1)
  expect((await run(['mail', 'drop', sent])).code).toBe(1)
  expect((await run(['mail', 'retry', 'nowhere'])).code).toBe(1)
  expect((await run(['mail', 'retry'])).code).toBe(2)
  expect((await run(['mail', 'retry', sent, '--dead'])).code).toBe(2)
  expect((await run(['mail', 'list', '--stage', 'lost'])).err).toContain('--stage must be one of')
}, 60_000)
