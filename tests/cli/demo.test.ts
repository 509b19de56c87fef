import { describe, expect, test } from 'bun:test'
import { existsSync } from 'node:fs'
import { idOf, kindOf } from '../../actors/address'
import { DESK } from '../../actors/canned/reply'
import { noticeOf } from '../../actors/entry'
import { makeDemo } from '../../src/cli/demo'
import { admin, agents } from '../../src/cli/demo/day'
import { demoPassword } from '../../src/cli/demo/keys'
import { chats } from '../../src/cli/demo/play'
import { systemClock } from '../../src/clock'
import { askedIn } from '../../src/commands/start-forms/find'
import { readConfig } from '../../src/config'
import { openLog } from '../../src/log'
import { openStore } from '../../src/store/open-store'
import { goOnDuty } from '../chaos/people'
import { freePort } from '../support/ports'
import { runBellhop } from '../support/program'
import { scratchFolder, waitFor } from '../support/programs'
import { quietTerminal, runHere } from './terminal'

/** Makes a demo and reads all of it back, without ids and hours. */
const make = async () => {
  const config = readConfig({ DATA_DIR: scratchFolder(), LOG_LEVEL: 'error' })
  await makeDemo(quietTerminal(), config)
  const store = await openStore({
    url: config.databaseUrl,
    dataDir: config.dataDir,
    clock: systemClock,
    log: openLog('error'),
    readOnly: true,
  })
  const addresses = await store.turns.addresses('', 1000)
  const ids = addresses.filter((one) => kindOf(one) === 'conversation').map(idOf)
  const rows = await Promise.all(ids.map((id) => store.conversations.find(id)))
  const entries = await Promise.all(ids.map((id) => store.transcripts.after(id, 0, 1000)))
  const people = await store.agents.all()
  const departments = await store.departments.all()
  const office = {
    canned: (await store.canned.of([DESK])).length,
    macros: (await store.macros.all()).length,
    greeted: (await Promise.all(departments.map(({ id }) => askedIn({ store }, id)))).filter(
      ({ greeting }) => greeting.en !== '',
    ).length,
    wrapsUp: departments
      .filter(({ settings }) => settings.wrapUpFields.length > 0)
      .map(({ id }) => id),
  }
  await store.close()
  return { config, office, rows: rows.flatMap((row) => row ?? []), entries, people }
}
const demo = await make()

describe('the day', () => {
  const { rows, entries, people } = demo

  test('is a believable one', () => {
    const count = (...states: string[]) => rows.filter(({ state }) => states.includes(state)).length
    expect(rows).toHaveLength(chats.length)
    expect(chats.length).toBeWithin(25, 41)
    expect(count('active')).toBe(4)
    expect(rows.filter(({ snooze }) => snooze !== null)).toHaveLength(1)
    expect(count('waiting')).toBe(2)
    expect(count('closed', 'rated')).toBe(rows.length - 6)
    expect(rows.filter(({ stars }) => stars !== null).length).toBeGreaterThan(20)
    const codes = new Set<string>(entries.flat().flatMap((entry) => noticeOf(entry)?.code ?? []))
    const expected = ['unattended', 'assigned', 'passed', 'requeued', 'transferred', 'reopened']
    for (const code of [...expected, 'closed', 'rated']) expect([...codes]).toContain(code)
  })

  test('shows what the desk can', () => {
    const kinds = new Set<string>(entries.flat().map(({ body }) => body.kind))
    for (const kind of ['text', 'note', 'card', 'wrapUp', 'notice', 'reaction'])
      expect([...kinds]).toContain(kind)
    const files = entries.flat().flatMap(({ body }) => ('files' in body ? (body.files ?? []) : []))
    expect(files.map(({ name }) => name)).toEqual(['photo.png'])
    expect(rows.flatMap(({ tags }) => tags).toSorted()).toEqual([
      ...['Back in stock', 'Receipt', 'Replacement'],
    ])
    expect(demo.office).toEqual({ canned: 4, macros: 3, greeted: 3, wrapsUp: ['billing'] })
  })

  test('has its people where they are left', () => {
    const status = Object.fromEntries(
      people.map(({ name, status, load }) => [name, [status, load]]),
    )
    expect(status).toEqual({
      'Ana Lima': ['off', 0],
      'Amir Haddad': ['away', 1],
      'Wei Chen 陈薇': ['ready', 2],
      'Olga Petrova': ['off', 0],
    })
  })

  test('has nothing in it that is to come', () => {
    const now = systemClock.now()
    expect(entries.flat().every(({ at }) => at <= now)).toBe(true)
  })

  test('comes out the same every time', async () => {
    const again = await make()
    const told = (one: typeof demo) =>
      one.entries.map((list) =>
        list.map((entry) => [entry.by, entry.name, entry.text, noticeOf(entry)?.code]),
      )
    expect(told(again)).toEqual(told(demo))
  }, 30_000)
})

test('every journal of it leads to what is stored', async () => {
  const { code, err } = await runHere(['replay', '--all', '--data', demo.config.dataDir])
  expect(err).toMatch(/^\d+ actors, \d+ turns, 0 different$/)
  expect(code).toBe(0)
})

test('it is served, its people can sign in, and the second start goes on', async () => {
  const { dataDir, secret } = demo.config
  const port = await freePort()
  const program = runBellhop([
    ...['demo', '--data', dataDir, '--port', `${port}`, '--host', '127.0.0.1'],
  ])
  const url = `http://127.0.0.1:${port}`
  await waitFor('the demo', async () => (await fetch(`${url}/ready`)).ok, 15_000)
  await waitFor('its table', () => program.output().includes(admin.email))
  expect(program.output()).not.toContain('is being made')
  for (const { name, email } of [...Object.values(agents), admin]) {
    const password = demoPassword(secret, email)
    expect(program.output()).toContain(`${name}  `)
    expect(program.output()).toContain(password)
  }
  const { email } = agents.ana
  await goOnDuty(url, { email, password: demoPassword(secret, email) })
  expect(await program.stop()).toBe(0)
}, 40_000)

test('a real desk is not touched', async () => {
  const data = scratchFolder()
  const who = ['--email', 'ana@desk.test', '--name', 'Ana', '--data', data]
  expect((await runHere(['agent', 'create', ...who])).code).toBe(0)
  const { code, err } = await runHere(['demo', '--data', data])
  expect(code).toBe(1)
  expect(err).toContain('the data of a real desk')
}, 20_000)

test('a port that is taken is told before the day is made', async () => {
  const other = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: () => new Response('hello') })
  const data = `${scratchFolder()}/never`
  const { port } = other
  const at = ['--port', `${port}`, '--host', '127.0.0.1']
  const { code, out, err } = await runHere(['demo', '--data', data, ...at])
  await other.stop(true)
  expect(code).toBe(2)
  expect(err).toContain(`Port ${port} is in use already`)
  expect(out).not.toContain('is being made')
  expect(existsSync(data)).toBe(false)
})
