import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { parse } from 'csv-parse/sync'
import { claim } from '../../src/commands/agents/claim'
import { setStatus } from '../../src/commands/agents/status'
import { say } from '../../src/commands/conversations/say'
import { conversationList, conversationPaths } from '../../views/office/conversations/list'
import { exportPath } from '../../views/office/list/list'
import { query } from '../../views/paths/query'
import { clientId, hire, until, visit } from '../support/desk'
import { indexAll } from '../support/indexed'
import { json } from './ask'
import { type Office, openOffice } from './office'
import { allOn, idOf, rowsOn, storeTalk, toldOf } from './office-rows'

const { path } = conversationList
/** More than two pages. */
const TALKS = 130
const starsOf = (nth: number) => (nth % 4 === 0 ? (nth % 5) + 1 : null)
const isOpen = (nth: number) => nth % 10 === 7

let office: Office
beforeAll(async () => {
  office = await openOffice()
  const { store } = office.desk.desk
  for (let nth = 1; nth <= TALKS; nth += 1)
    await storeTalk(store, nth, {
      ...{ visitorName: `Vera ${nth}`, department: nth % 3 ? 'support' : 'billing' },
      ...{ agent: nth % 2 ? 'ana' : 'bo', agentName: nth % 2 ? 'Ana' : 'Bo' },
      state: isOpen(nth) ? 'active' : 'closed',
      closedAt: isOpen(nth) ? null : 5_000_000 - 7_000 * Math.floor(nth / 2),
      stars: isOpen(nth) ? null : starsOf(nth),
      ...(nth === 9 ? { tags: ['Broken lamp'], priority: 'urgent' } : {}),
    })
})
afterAll(() => office.close())

const numbers = Array.from({ length: TALKS }, (_, n) => n + 1)
const idsOf = (which: (nth: number) => boolean) => numbers.filter(which).map(idOf)

describe('all conversations', () => {
  test('are read page by page, each once, the newest first', async () => {
    expect(await allOn(office, path)).toEqual(idsOf(() => true).reverse())
  })

  test.each(['closed', '-closed', 'rating', '-rating', 'opened'])(
    'are all there in the order %s, what has none of it at the end',
    async (sort) => {
      const seen = await allOn(office, path + query({ sort }))
      expect(seen.length).toBe(TALKS)
      expect(new Set(seen).size).toBe(TALKS)
      if (sort.endsWith('closed')) expect(new Set(seen.slice(-13))).toEqual(new Set(idsOf(isOpen)))
      if (sort === '-rating') expect(numberOf(seen[0])).toSatisfy((nth) => starsOf(nth) === 5)
      if (sort === 'rating') expect(numberOf(seen[0])).toSatisfy((nth) => starsOf(nth) === 1)
    },
  )

  test.each([
    ['state=active', (nth: number) => isOpen(nth)],
    ['department=billing&agent=ana', (nth: number) => nth % 3 === 0 && nth % 2 === 1],
    ['rating=5', (nth: number) => !isOpen(nth) && starsOf(nth) === 5],
    ['rating=none', (nth: number) => isOpen(nth) || starsOf(nth) === null],
    ['tag=broken%20LAMP', (nth: number) => nth === 9],
    ['priority=urgent', (nth: number) => nth === 9],
    ['to=1970-01-01', () => true],
    ['from=1970-01-02', () => false],
    ['language=zh', () => false],
  ])('are narrowed by %s', async (asked, which) => {
    expect(await allOn(office, `${path}?${asked}`)).toEqual(idsOf(which).reverse())
  })

  test.each([
    ['state=open', 'state'],
    ['rating=7', 'rating'],
    ['priority=soon', 'priority'],
    ['from=yesterday', 'from'],
  ])('refuse what they cannot read: %s', async (asked, field) => {
    const { status, error } = await toldOf(office, `${path}?${asked}`)
    expect([status, error?.field]).toEqual([422, field])
    expect((await office.get(`${exportPath(path, 'csv')}?${asked}`)).status).toBe(422)
  })

  test('tell what was said in each: messages, no notes, and when the desk answered first', async () => {
    const { rows } = await toldOf(office, `${path}?tag=Broken%20lamp`)
    expect(rows).toMatchObject([
      { visitor: 'Vera 9', agent: 'Ana', messages: 2, opened: '1970-01-01T00:00:09.000Z' },
    ])
    expect(rows[0]?.answered).toBe('1970-01-01T00:01:09.000Z')
  })

  test('are a table, all of them', async () => {
    const { text } = await office.get(`${exportPath(path, 'csv')}?sort=opened`)
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true })
    expect(rows.map(({ number }) => number ?? '')).toEqual(idsOf(() => true))
  })
})

const numberOf = (id = ''): number => Number(id.slice(-12))

describe('who may read them', () => {
  test('a supervisor reads those of their departments, an agent none', async () => {
    const { ask, cookies } = office
    const { text } = await ask('GET', path, { cookie: cookies.supervisor })
    expect(rowsOn(text).every((id) => numberOf(id) % 3 !== 0)).toBe(true)
    expect(text).not.toContain('value="billing"')
    expect((await ask('GET', path, { cookie: cookies.agent })).status).toBe(403)
    const other = conversationPaths.page(idOf(3))
    expect((await ask('GET', other, { cookie: cookies.supervisor })).status).toBe(404)
  })
})

describe('one conversation', () => {
  const talked = async () => {
    const { desk } = office
    const vera = await visit(desk, 'Vera K.', 'Is the lighthouse lamp in stock?')
    const cara = await hire(desk, `Cara${clientId().slice(-6)}`)
    await setStatus(desk.desk, cara, { status: 'away' })
    expect(await claim(desk.desk, cara, vera.conversation)).toBeNull()
    const { conversations } = desk.desk.store
    await until(async () => (await conversations.find(vera.conversation))?.state === 'active')
    const words = { text: 'It is.', client_id: clientId() }
    await say(desk.desk, cara, vera.conversation, words, { address: '::1' })
    return { id: vera.conversation, cara }
  }

  test('is found by what was said in it, and by its visitor', async () => {
    const { id } = await talked()
    await indexAll(office.desk.desk.store)
    expect(rowsOn((await office.get(`${path}?q=lighthouse%20lamp`)).text)).toContain(id)
    expect(rowsOn((await office.get(`${path}?q=lighthouse&state=closed`)).text)).toEqual([])
    expect(rowsOn((await office.get(`${path}?q=Vera%20K`)).text)).toContain(id)
    const refused = await toldOf(office, `${path}?q=agent:nobody`)
    expect([refused.status, refused.error?.field]).toEqual([422, 'q'])
  })

  test('shows its facts, what was said and what happened, and the audit tells who looked', async () => {
    const { id, cara } = await talked()
    const { status, text } = await office.get(conversationPaths.page(id))
    expect(status).toBe(200)
    for (const shown of ['lighthouse lamp', 'It is.', 'opened', 'assigned', cara.name])
      expect(text).toContain(shown)
    const [newest] = await office.desk.desk.store.audit.newest(1)
    expect(newest).toMatchObject({
      act: 'lookedAt',
      actorName: 'Olga',
      object: `conversation:${id}`,
    })
    const told = JSON.parse((await office.get(conversationPaths.page(id), json)).text)
    expect(told).toMatchObject({ id, messages: 2, agentName: cara.name })
    expect(told.turns[0]).toMatchObject({ version: 1, type: 'opened', rejected: false })
  })

  test.each([
    ['html', '<h1>'],
    ['txt', 'lighthouse'],
    ['csv', 'seq,at,by,name,kind,text,files'],
    ['json', '"entries"'],
  ])('is taken along as %s, which is written down', async (format, has) => {
    const { id } = await talked()
    const address = conversationPaths.transcript(id) + query({ format })
    const { status, text, headers } = await office.get(address)
    expect(status).toBe(200)
    expect(text).toContain(has)
    expect(headers.get('Content-Disposition')).toStartWith('attachment')
    const [newest] = await office.desk.desk.store.audit.newest(1)
    expect(newest).toMatchObject({ act: 'exported', object: `conversation:${id}` })
    expect(newest?.detail.value).toBe(format)
  })

  test('is printed from a page that is shown', async () => {
    const { id } = await talked()
    const address = conversationPaths.transcript(id) + query({ format: 'html', print: '' })
    const { text, headers } = await office.get(address)
    expect(headers.get('Content-Disposition')).toStartWith('inline')
    expect(text).toContain('lighthouse lamp')
  })

  test('that is none leads nowhere', async () => {
    expect((await office.get(conversationPaths.page(idOf(999_999)))).status).toBe(404)
    expect((await office.get(conversationPaths.transcript('nonsense'))).status).toBe(404)
  })
})
