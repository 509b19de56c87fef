import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { hireAgent } from '../../src/commands/agents/hire'
import { paths } from '../../views/paths'
import {
  goOnDuty,
  hire,
  openTestDesk,
  PASSWORD,
  type TestDesk,
  until,
  visit,
} from '../support/desk'
import { withQuickPasswords } from '../support/quick-passwords'
import { type Ask, askOf, json, signIn } from './ask'

const { workbench } = paths
let desk: TestDesk
let ask: Ask
let ana: Staff
let cookies: Record<'sina' | 'ana', string>
const waiting: string[] = []
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  ana = await hire(desk, 'Ana', 3)
  const sina = { email: 'sina@desk.test', name: 'Sina', password: PASSWORD }
  await hireAgent(withQuickPasswords(desk.desk), sina, { departments: ['support'] }, 'supervisor')
  cookies = { sina: await signIn(ask, 'Sina'), ana: await signIn(ask, 'Ana') }
  for (let nth = 0; nth < 137; nth++) waiting.push((await visit(desk, `V${nth}`)).conversation)
})
afterAll(() => desk.close())

const bulk = async (form: Record<string, string | string[] | undefined>, cookie = cookies.sina) => {
  const asked = { cookie, json: form, headers: json }
  const { status, text } = await ask('POST', workbench.bulk, asked)
  return { status, body: JSON.parse(text) }
}
const rowOf = (id: string) => desk.desk.store.conversations.row(id)
const versionOf = async (id: string) =>
  (await desk.desk.store.turns.load(`conversation:${id}`))?.version ?? 0

describe('many at once', () => {
  test('are only for who may, and only what is known of is done', async () => {
    const [id = ''] = waiting
    expect((await bulk({ what: 'close', id }, cookies.ana)).status).toBe(403)
    const bad = [
      { what: 'close' },
      { what: 'erase', id },
      { what: 'tag', id, add: '' },
      { what: 'snooze', id, until: 'soon' },
      { what: 'assign', id, to: 'somebody' },
      { what: 'close', id: 'x' },
      { what: 'close', id, colour: 'red' },
    ]
    for (const form of bad) expect([form, (await bulk(form)).status]).toEqual([form, 422])
    const other = '00000000-0000-7000-8000-000000000000'
    const { body } = await bulk({ what: 'tag', id: [id, other], add: 'VIP' })
    expect(body).toMatchObject({ done: 1, refused: [{ id: other, code: 'missing' }], more: false })
    expect((await rowOf(id))?.tags).toEqual(['VIP'])
  })

  test('what cannot be done to one says why, and leaves the others as done', async () => {
    const [id = ''] = waiting
    const { body } = await bulk({ what: 'snooze', id: [id], until: '2h' })
    expect(body).toMatchObject({ done: 0, refused: [{ id, name: 'V0', reason: 'snoozeUnheld' }] })
    const page = await ask('POST', workbench.bulk, {
      ...{ cookie: cookies.sina, form: { what: 'snooze', id, until: '2h' } },
    })
    expect([page.status, page.text.includes('V0')]).toEqual([200, true])
  })

  test('all 137 that match are closed, each by a turn of its own', async () => {
    const page = await ask('GET', workbench.list({ view: 'line' }), { cookie: cookies.sina })
    expect(page.text).toContain('All 137 matching')
    const before = await Promise.all(waiting.map(versionOf))
    const { body } = await bulk({ what: 'close', all: '1', view: 'line' })
    expect(body).toMatchObject({ done: 137, refused: [], more: false })
    const rows = await Promise.all(waiting.map(rowOf))
    expect(rows.filter((row) => row?.state === 'closed')).toHaveLength(137)
    const after = await Promise.all(waiting.map(versionOf))
    expect(after.every((version, nth) => version > (before[nth] ?? 0))).toBe(true)
    // Again is done, and nothing is written.
    await bulk({ what: 'close', id: waiting.slice(0, 3) })
    expect(await Promise.all(waiting.slice(0, 3).map(versionOf))).toEqual(after.slice(0, 3))
  })

  test('are given to a colleague as far as they have room, tagged and ended while she holds them', async () => {
    const five = []
    for (let nth = 0; nth < 5; nth++) five.push((await visit(desk, `W${nth}`)).conversation)
    const off = await goOnDuty(desk, ana)
    await until(async () => (await desk.desk.store.conversations.held(ana.id)).length === 3)
    const held = (await desk.desk.store.conversations.held(ana.id)).map(({ id }) => id)
    const others = five.filter((id) => !held.includes(id))
    const full = await bulk({ what: 'assign', id: others, to: `agent:${ana.id}` })
    expect(full.body).toMatchObject({ done: 0, refused: [{ reason: 'agentAtCapacity' }, {}] })
    const [first = '', second = '', third = ''] = held
    expect((await bulk({ what: 'snooze', id: [first], until: 'reply' })).body.done).toBe(1)
    const tagged = await bulk({ what: 'tag', all: '1', view: 'team', add: 'Late' })
    expect(tagged.body.done).toBe(2)
    expect((await bulk({ what: 'close', id: [second, third] })).body.done).toBe(2)
    expect((await rowOf(second))?.tags).toEqual(['Late'])
    // Those who waited come to her by themselves, or by hand: either is hers.
    const isHers = async (id: string) => (await rowOf(id))?.agent === ana.id
    for (const id of others) await until(() => isHers(id))
    const again = await bulk({ what: 'assign', id: others, to: `agent:${ana.id}` })
    expect(again.body).toMatchObject({ done: 2, refused: [] })
    const sina = (await desk.desk.store.agents.all()).find(({ name }) => name === 'Sina')
    const leave = await goOnDuty(desk, { ...ana, id: sina?.id ?? '', name: 'Sina' })
    const late = (await visit(desk, 'Late')).conversation
    await until(async () => (await rowOf(late))?.state === 'active')
    const handed = await bulk({ what: 'assign', id: others, to: `agent:${sina?.id}` })
    expect(handed.body).toMatchObject({ done: 2, refused: [] })
    for (const id of others) await until(async () => (await rowOf(id))?.agent === sina?.id)
    leave()
    off()
  })
})

describe('a list', () => {
  const titles = async (query: string, cookie = cookies.sina) => {
    const { text } = await ask('GET', `${workbench.page}?${query}`, { cookie })
    return [...text.matchAll(/id="c-([\w-]+)"/g)].map(([, id]) => id)
  }

  test('is narrowed by department, agent, tag, state, priority and day, and by several of them', async () => {
    const { conversation: id } = await visit(desk, 'Nadia')
    await ask('POST', workbench.tags(id), { cookie: cookies.sina, form: { add: 'Größe, 退款' } })
    await ask('POST', workbench.priority(id), { cookie: cookies.sina, form: { priority: 'high' } })
    const tag = encodeURIComponent('GRÖSSE, 退款')
    const next = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    const finds = [
      ...[`tag=${tag}`, 'priority=high', `tag=${tag}&priority=high&department=support`],
      ...[`priority=high&since=2020-01-01&before=${next}`, 'priority=high&stars=0'],
    ]
    for (const query of finds)
      expect([query, await titles(`view=all&${query}`)]).toEqual([query, [id]])
    const misses = [
      ...[`tag=${tag}&priority=low`, `priority=high&since=${next}`, 'priority=high&stars=5'],
      ...['priority=high&department=nowhere', 'priority=high&state=closed'],
      `priority=high&before=2020-01-01`,
    ]
    for (const query of misses)
      expect([query, await titles(`view=all&${query}`)]).toEqual([query, []])
  })

  test('has pages, each conversation on one of them', async () => {
    const seen: (string | undefined)[] = []
    let query = 'view=closed&stars=0'
    for (let pages = 0; pages < 9 && query; pages++) {
      const { text } = await ask('GET', `${workbench.page}?${query}`, { cookie: cookies.sina })
      seen.push(...[...text.matchAll(/id="c-([\w-]+)"/g)].map(([, id]) => id))
      query =
        /id="more"[^>]*><a href="[^?"]*\?([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    }
    expect(seen).toHaveLength(139)
    expect(new Set(seen).size).toBe(139)
  })

  test('is kept under a name: for oneself, or by who may for all', async () => {
    const form = { name: 'High ones', view: 'all', priority: 'high' }
    const kept = await ask('POST', workbench.views, { cookie: cookies.ana, form })
    expect([kept.status, kept.headers.get('Location')]).toEqual([
      303,
      `${workbench.page}?view=all&priority=high`,
    ])
    const shared = { ...form, name: 'For all of us', shared: '1' }
    const refused = await ask('POST', workbench.views, {
      cookie: cookies.ana,
      form: shared,
      headers: json,
    })
    expect(refused.status).toBe(403)
    const made = await ask('POST', workbench.views, {
      cookie: cookies.sina,
      form: shared,
      headers: json,
    })
    expect(made.status).toBe(201)
    const page = async (cookie: string) => (await ask('GET', workbench.page, { cookie })).text
    expect(await page(cookies.ana)).toMatch(/High ones[\s\S]*For all of us/)
    expect(await page(cookies.sina)).not.toContain('High ones')
    const removal = workbench.viewRemoval(JSON.parse(made.text).id)
    expect((await ask('POST', removal, { cookie: cookies.ana, headers: json })).status).toBe(403)
    expect((await ask('POST', removal, { cookie: cookies.sina })).status).toBe(303)
    expect((await ask('POST', removal, { cookie: cookies.sina, headers: json })).status).toBe(404)
    const nameless = { ...form, name: ' ' }
    const bad = await ask('POST', workbench.views, {
      cookie: cookies.ana,
      form: nameless,
      headers: json,
    })
    expect(bad.status).toBe(422)
  })
})
