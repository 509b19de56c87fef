import { afterAll, beforeAll, expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import { tellBackup, tellBackupFailed } from '../../src/commands/backups/made'
import { systemFeedPath, systemPath } from '../../views/office/system/paths'
import { paths } from '../../views/paths'
import { system } from '../../views/words/system'
import { openStream } from '../security/live'
import { hire, openTestDesk, visit } from '../support/desk'
import { waitFor } from '../support/programs'
import { askOf, json, signIn } from './ask'

const TOKEN = 'a-token-of-32-random-characters-x'
let desk: Awaited<ReturnType<typeof openTestDesk>>
let ask: ReturnType<typeof askOf>
let olga: string

beforeAll(async () => {
  desk = await openTestDesk({ env: { METRICS_TOKEN: TOKEN } })
  ask = askOf(desk)
  await hire(desk, 'Olga', 5, 'admin')
  await hire(desk, 'Ana', 5)
  olga = await signIn(ask, 'Olga')
})
afterAll(() => desk.close())

const view = async () =>
  JSON.parse((await ask('GET', systemPath, { cookie: olga, headers: json })).text)

test('the page tells how the desk is, in both languages, and a program is told the same', async () => {
  const told = await view()
  expect(told.program).toMatchObject({ version: '0.1.0', runtime: `Bun ${Bun.version}` })
  expect(told.store).toMatchObject({ kind: 'file', aheadMs: 0 })
  expect(told.store.bytes).toBeGreaterThan(100_000)
  expect(told.node.rssBytes).toBeGreaterThan(10_000_000)
  expect(told.workers).toMatchObject({ search: expect.any(Number), parked: 0, setAside: 0 })
  for (const language of ['en', 'zh'] as const) {
    const { text, status } = await ask('GET', `${systemPath}?language=${language}`, {
      cookie: olga,
    })
    expect(status).toBe(200)
    const words = system[language]
    for (const word of [words.title, ...Object.values(words.parts)]) expect(text).toContain(word)
    expect(text).toContain(words.warnings.mailNone({}).fix.split('.')[0] ?? '')
  }
})

test('who may not read it is refused, and a role of the desk’s own can have it', async () => {
  const ana = await signIn(ask, 'Ana')
  for (const path of [systemPath, systemFeedPath])
    expect((await ask('GET', path, { cookie: ana, headers: json })).status).toBe(403)
  expect((await ask('GET', systemPath, { headers: json })).status).toBe(401)
})

test('warnings come and go with their reasons, and say what to do', async () => {
  const codes = async () => (await view()).warnings.map(({ code }: { code: string }) => code)
  expect(await codes()).toContain('backupNone')
  const at = desk.desk.clock.now()
  await tellBackupFailed(desk.desk.store, { at, why: 'The disk is full' })
  expect(await codes()).toEqual(expect.arrayContaining(['backupFailed']))
  await tellBackup(desk.desk, { at, file: 'one.tar', bytes: 10, tookMs: 5 })
  expect(await codes()).not.toEqual(expect.arrayContaining(['backupFailed']))
  expect(await codes()).not.toContain('backupNone')
  await tellBackup(desk.desk, { at: at - 8 * 86_400_000, file: 'old.tar', bytes: 10, tookMs: 5 })
  const { warnings } = await view()
  expect(warnings.find(({ code }: { code: string }) => code === 'backupOld')).toEqual({
    ...{ code: 'backupOld', mark: 'bad', values: { hours: 192 } },
  })
})

test('it is live: what changes is sent', async () => {
  const url = desk.serve()
  const stream = await openStream(url, systemFeedPath, {
    ...{ cookie: olga, headers: { Host: 'desk.test', Origin: 'http://desk.test' } },
  })
  await waitFor('the first look', () => stream.text.includes('id="system-node"'))
  await tellBackupFailed(desk.desk.store, {
    at: desk.desk.clock.now(),
    why: 'quite another reason',
  })
  await waitFor('the warning', () => stream.text.includes('quite another reason'), 10_000)
  stream.leave()
}, 20_000)

test('metrics are for whoever brings the token, and hold figures alone', async () => {
  const canary = 'canary-of-what-nobody-may-read'
  await visit(desk, 'Vera Canary', canary)
  expect((await ask('GET', paths.metrics)).status).toBe(401)
  const wrong = { Authorization: `Bearer ${TOKEN}x` }
  expect((await ask('GET', paths.metrics, { headers: wrong })).status).toBe(401)
  const headers = { Authorization: `Bearer ${TOKEN}` }
  const { status, text, headers: answered } = await ask('GET', paths.metrics, { headers })
  expect([status, answered.get('Content-Type')]).toEqual([200, expect.stringContaining('0.0.4')])
  const value = (line: string) => Number(new RegExp(`^${line} (.+)$`, 'm').exec(text)?.[1])
  const open = ['left', 'waiting'].map((one) => value(`bellhop_conversations\\{state="${one}"\\}`))
  expect(Math.max(...open)).toBeGreaterThan(0)
  expect(value('bellhop_queue_length')).toBe(open[1] ?? -1)
  expect(value('bellhop_live_pages{of="visitor"}'.replaceAll(/[{}"]/g, '\\$&'))).toBe(0)
  expect(value('process_resident_memory_bytes')).toBeGreaterThan(10_000_000)
  expect(value('bellhop_requests_total\\{status="2xx"\\}')).toBeGreaterThan(3)
  for (const name of ['bellhop_event_loop_lag_seconds', 'bellhop_feed_lag_seconds', 'bellhop_info'])
    expect(text).toContain(`# TYPE ${name} gauge`)
  // Each line is one that Prometheus reads.
  for (const line of text
    .trim()
    .split('\n')
    .filter((one) => one && !one.startsWith('#')))
    expect(line).toMatch(/^[a-z_]+(\{([a-z]+="[^"]*",?)+\})? [-+.e\d]+$/)
  for (const word of [canary, 'Vera', 'Olga', 'desk.test', 'Support'])
    expect(text).not.toContain(word)
})

test('without a token in the settings there are no metrics', async () => {
  const other = await openTestDesk()
  expect((await askOf(other)('GET', paths.metrics)).status).toBe(404)
  await other.close()
})

test('each turn is a line of the log with the conversation in it, and without a word of what was said', async () => {
  const { openLog } = await import('../../src/log')
  const lines: string[] = []
  const { log } = desk.desk
  const before = { ...log }
  Object.assign(
    log,
    openLog('debug', (line) => lines.push(line)),
  )
  try {
    const vera = await visit(desk, 'Nobody Else', 'words that are nobody’s business')
    await waitFor('its turns', () => lines.some((line) => line.includes('"turn"')))
    const id = vera.conversation
    const own = lines
      .map((line) => JSON.parse(line))
      .filter(({ address }) => address === addressOf('conversation', id))
    expect(own.length).toBeGreaterThan(0)
    expect(own[0]).toMatchObject({ level: 'debug', message: 'turn', event: expect.any(String) })
    expect(lines.join('')).not.toMatch(/nobody’s business|Nobody Else/)
  } finally {
    Object.assign(log, before)
  }
})
