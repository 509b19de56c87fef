import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { parse } from 'csv-parse/sync'
import { addressOf } from '../../actors/address'
import type { VisitorRow } from '../../actors/visitor/summary'
import { exportPath } from '../../views/office/list/list'
import { visitorList, visitorPaths } from '../../views/office/visitors/list'
import { query } from '../../views/paths/query'
import { visit } from '../support/desk'
import { turnOf, visitorRow } from '../support/turns'
import { json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'
import { allOn, idOf, rowsOn, storeTalk, toldOf } from './office-rows'

const { path } = visitorList
const VISITORS = 120

let office: Office
beforeAll(async () => {
  office = await openOffice()
  const { store } = office.desk.desk
  for (let nth = 1; nth <= VISITORS; nth += 1) {
    const summary: VisitorRow = visitorRow(idOf(nth), {
      ...{ name: nth % 2 ? `Vera ${nth}` : `änne ${nth}`, email: `v${nth}@example.org` },
      ...{ company: nth % 7 ? '' : 'ACME Ltd', tags: nth % 5 ? [] : ['VIP', 'trial'] },
      ...{ language: nth % 3 ? 'en' : 'zh', pinned: nth === 3 || nth === 60 },
    })
    const turn = { summary: { of: 'visitor' as const, ...summary } }
    await store.turns.commit(turnOf(addressOf('visitor', idOf(nth)), 1, turn))
    if (nth % 4 === 0) await store.visits.keep(visitOf(nth))
  }
  await storeTalk(store, 1, { visitor: idOf(8), department: 'support' })
  await storeTalk(store, 2, { visitor: idOf(8), department: 'support' })
})
afterAll(() => office.close())

const visitOf = (nth: number) => ({
  ...{ visitor: idOf(nth), startedAt: 1_000 * nth, at: 1_000 * nth, visits: 1, pages: [] },
  about: {
    ...{ language: 'en', zone: 'UTC', browser: '', system: '', device: '', address: '' },
    place: { country: nth % 8 ? 'DE' : 'CN', city: {} },
    ...{ referrer: '', utm: {} },
  },
})

const numbers = Array.from({ length: VISITORS }, (_, n) => n + 1)
const idsOf = (which: (nth: number) => boolean) => numbers.filter(which).map(idOf)

describe('all visitors', () => {
  test('are read page by page, each once: pinned ones first, then who was seen last', async () => {
    const seen = await allOn(office, path)
    expect(seen.slice(0, 4)).toEqual([60, 3, 120, 116].map(idOf))
    expect(new Set(seen)).toEqual(new Set(idsOf(() => true)))
    expect(seen.length).toBe(VISITORS)
  })

  test.each(['name', '-name', 'email', '-email', 'seen'])('are all there by %s', async (sort) => {
    const seen = await allOn(office, path + query({ sort }))
    expect(seen.length).toBe(VISITORS)
    expect(new Set(seen).size).toBe(VISITORS)
    if (sort === 'name') expect(seen[0]).toBe(idOf(10))
    if (sort === '-email') expect(seen[0]).toBe(idOf(9))
  })

  test.each([
    ['q=ANNE%20acme', (nth: number) => nth % 2 === 0 && nth % 7 === 0],
    ['q=v77@example', (nth: number) => nth === 77],
    ['tag=VIP', (nth: number) => nth % 5 === 0],
    ['tag=VI', () => false],
    ['company=acme', (nth: number) => nth % 7 === 0],
    ['language=zh', (nth: number) => nth % 3 === 0],
    ['country=CN', (nth: number) => nth % 8 === 0],
    ['pinned=yes', (nth: number) => nth === 3 || nth === 60],
  ])('are narrowed by %s', async (asked, which) => {
    expect(new Set(await allOn(office, `${path}?${asked}`))).toEqual(new Set(idsOf(which)))
  })

  test('tell how many conversations there were, where they were and when', async () => {
    const { rows } = await toldOf(office, `${path}?q=v8@`)
    expect(rows).toMatchObject([
      { conversations: 2, country: 'CN', seen: '1970-01-01T00:00:08.000Z' },
    ])
    const { text } = await office.get(`${path}?q=v8@`)
    expect(text).toContain('China')
  })

  test('are a table, and only for who keeps them', async () => {
    const { text } = await office.get(`${exportPath(path, 'csv')}?sort=email&tag=trial`)
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true })
    expect(rows.length).toBe(VISITORS / 5)
    expect(rows[0]).toMatchObject({ email: 'v100@example.org', tags: 'VIP, trial' })
    const [newest] = await office.desk.desk.store.audit.newest(1)
    expect(newest).toMatchObject({ act: 'exported', object: 'list:visitors.csv' })
    const { ask, cookies } = office
    expect((await ask('GET', path, { cookie: cookies.supervisor })).status).toBe(403)
    expect((await toldOf(office, `${path}?pinned=maybe`)).error?.field).toBe('pinned')
  })
})

describe('one visitor', () => {
  const come = async (name: string) => {
    const { person, conversation } = await visit(office.desk, name)
    return { id: person.id, conversation, page: visitorPaths.page(person.id) }
  }

  test('is shown with what is known and what they said; a form changes it, and the audit tells', async () => {
    const { id, page, conversation } = await come('Vera K.')
    const shown = await office.get(page)
    expect(shown.text).toContain(`/office/conversations/${conversation}`)
    const action = visitorPaths.details(id)
    const fields = { ...fieldsOf(shown.text, action), company: 'Lighthouse', tags: 'VIP, keeper' }
    const { text } = await office.follow(
      await office.post(action, { ...fields, notes: 'Likes tea' }),
    )
    for (const says of ['Saved.', 'Lighthouse', 'keeper', 'Likes tea']) expect(text).toContain(says)
    const [newest] = await office.desk.desk.store.audit.newest(1)
    expect(newest).toMatchObject({ act: 'visitorChanged', object: `visitor:${id}` })
    expect(newest?.detail).toMatchObject({
      ...{ visitor: 'Vera K.', 'was.company': '', 'is.company': 'Lighthouse' },
      'is.tags': 'VIP, keeper',
    })
    const told = JSON.parse((await office.get(page, json)).text)
    expect(told).toMatchObject({ name: 'Vera K.', company: 'Lighthouse', tags: ['VIP', 'keeper'] })
    expect(rowsOn((await office.get(`${path}?q=lighthouse`)).text)).toEqual([id])
  })

  test('a form that others were quicker than shows both, and loses nothing', async () => {
    const { id, page } = await come('Zora')
    const action = visitorPaths.details(id)
    const fields = fieldsOf((await office.get(page)).text, action)
    await office.post(action, { ...fields, company: 'First Ltd' })
    const late = await office.post(action, { ...fields, company: 'Second Ltd', notes: 'mine' })
    expect(late.status).toBe(409)
    for (const says of ['Second Ltd', 'mine', 'As saved now: First Ltd'])
      expect(late.text).toContain(says)
    const again = { ...fieldsOf(late.text, action), notes: 'mine' }
    expect((await office.post(action, again)).status).toBe(303)
    expect((await office.get(page)).text).toContain('Second Ltd')
  })

  test('what is wrong is said at its field, which is in focus', async () => {
    const { id } = await come('Yan')
    const { status, text } = await office.post(visitorPaths.details(id), { email: 'nowhere' })
    expect(status).toBe(422)
    expect(/<input[^>]*name="email"[^>]*autofocus/.test(text)).toBe(true)
    expect(text).toContain('value="nowhere"')
    const number = { attribute: 'Orders', type: 'number', value: 'many' }
    const refused = await office.post(visitorPaths.attribute(id), number)
    expect([refused.status, refused.text.includes('value="many"')]).toEqual([422, true])
    const kept = await office.post(visitorPaths.attribute(id), { ...number, value: '12' })
    expect((await office.follow(kept)).text).toContain('Orders')
  })

  test('is pinned and unpinned', async () => {
    const { id, page } = await come('Xenia')
    await office.follow(await office.post(visitorPaths.pin(id), { pinned: 'yes' }))
    expect(rowsOn((await office.get(path)).text)).toContain(id)
    expect((await toldOf(office, `${path}?q=xenia&pinned=yes`)).rows.length).toBe(1)
    expect((await office.get(page)).text).toContain('Unpin')
    await office.post(visitorPaths.pin(id), { pinned: 'no' })
    expect((await toldOf(office, `${path}?q=xenia&pinned=yes`)).rows.length).toBe(0)
  })

  test('that is none leads nowhere', async () => {
    expect((await office.get(visitorPaths.page('nobody'))).status).toBe(404)
    expect((await office.post(visitorPaths.pin(idOf(999_999)), { pinned: 'yes' })).status).toBe(404)
  })
})
