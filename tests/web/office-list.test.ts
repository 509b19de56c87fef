import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { parse } from 'csv-parse/sync'
import type { AuditRow } from '../../actors/audit'
import { auditList } from '../../views/office/audit'
import { exportPath } from '../../views/office/list/list'
import { json } from './ask'
import { type Office, openOffice } from './office'

const { path } = auditList
const csv = exportPath(path, 'csv')
const DAY_MS = 86_400_000
const START = Date.UTC(2026, 0, 1)
/** More than what is read at a time for a file. */
const ACTS = 620

const act = (nth: number): AuditRow => ({
  ...{ id: `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`, at: START + nth * DAY_MS },
  ...{ actor: nth % 2 ? 'one' : 'two', actorName: nth % 2 ? 'Åsa "the first"' : '=SUM(A1)' },
  ...{ act: nth % 3 ? 'ended' : 'watched', object: `conversation:${nth}` },
  ...{ detail: { visitor: `visitor ${nth}` }, address: null, browser: null },
})

let office: Office
beforeAll(async () => {
  office = await openOffice()
  for (let nth = 0; nth < ACTS; nth++) await office.desk.desk.store.audit.add(act(nth))
})
afterAll(() => office.close())

const rowsOn = (text: string) => [...text.matchAll(/<tr id="row-([^"]+)"/g)].map(([, id]) => id)
const nextOn = (text: string) =>
  /href="([^"]*until=[^"]*)"[^>]*>Next page/.exec(text)?.[1]?.replaceAll('&amp;', '&')
const told = async (address: string) => {
  const { status, text } = await office.get(address, json)
  expect(status).toBe(200)
  return JSON.parse(text) as { rows: Record<string, string>[]; next: unknown }
}

describe('a list of the office', () => {
  test('is read page by page to its end, each row once, and the last page leads on nowhere', async () => {
    const seen: (string | undefined)[] = []
    let at: string | undefined = path
    for (let pages = 0; at && pages < 30; pages++) {
      const { status, text } = await office.get(at)
      expect(status).toBe(200)
      seen.push(...rowsOn(text))
      at = nextOn(text)
    }
    expect(at).toBeUndefined()
    // Those who signed in for this stand among them.
    const own = seen.filter((id) => id?.startsWith('00000000-'))
    expect(own.length).toBe(ACTS)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen[0]).toBe(act(ACTS - 1).id)
  })

  test('stands the other way round when its column is pressed', async () => {
    const { text } = await office.get(path)
    expect(text).toContain('aria-sort="descending"')
    const turned = /href="([^"]*sort=at[^"]*)"/.exec(text)?.[1] ?? ''
    const again = await office.get(turned)
    expect(again.text).toContain('aria-sort="ascending"')
    expect(rowsOn(again.text)[0]).toBe(act(0).id)
  })

  test('is narrowed by what its address says, and says so in its fields', async () => {
    const { text } = await office.get(`${path}?act=watched&who=one`)
    expect(rowsOn(text)).not.toContain(act(6).id)
    const { rows } = await told(`${path}?act=watched&who=one&from=2026-01-02&to=2026-01-10`)
    expect(rows.map(({ object }) => object)).toEqual(['conversation:9', 'conversation:3'])
    expect(text).toContain('<option value="watched" selected')
    expect(text).toContain('href="/office/audit">')
  })

  test('says what comes there while it is empty, and otherwise that nothing matches', async () => {
    const nothing = await office.get(`${path}?from=2031-01-01`)
    expect(nothing.text).toContain('Nothing matches')
    expect(nothing.text).toContain('value="2031-01-01"')
  })

  test.each([
    ['from=2026-02-30', 'from'],
    ['to=yesterday', 'to'],
    ['sort=secret', 'sort'],
    ['sort=who_id', 'sort'],
    ['until=nonsense', 'until'],
    ['until=%5B%22a%22%5D', 'until'],
    ['until=%7B%7D', 'until'],
  ])('refuses what it cannot read: %s', async (asked, field) => {
    for (const where of [path, csv]) {
      const { status, text } = await office.get(`${where}?${asked}`, json)
      expect([status, JSON.parse(text).error.field]).toEqual([422, field])
    }
    expect((await office.get(`${path}?${asked}`)).status).toBe(422)
  })
})

describe('a list as a file', () => {
  test('has all of it, in its order, and no cell that is a formula', async () => {
    const { status, text, headers } = await office.get(csv)
    expect(status).toBe(200)
    expect(headers.get('Content-Disposition')).toContain('audit.csv')
    expect(text.startsWith('at,who,')).toBe(true)
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true })
    // Beside these: that people signed in, and that somebody took it along.
    const acts = rows.filter(({ act }) => act === 'ended' || act === 'watched')
    expect(acts.length).toBe(ACTS)
    expect(acts[0]?.object).toBe(`conversation:${ACTS - 1}`)
    expect(new Set(acts.map(({ who }) => who))).toEqual(new Set(['Åsa "the first"', "'=SUM(A1)"]))
  })

  test('is narrowed as the page is, and the same as JSON', async () => {
    const asked = 'act=watched&who=two&to=2026-03-01'
    const table = parse<Record<string, string>>((await office.get(`${csv}?${asked}`)).text, {
      ...{ columns: true, bom: true },
    })
    const { text } = await office.get(`${exportPath(path, 'json')}?${asked}`)
    const { rows } = JSON.parse(text) as { rows: Record<string, string>[] }
    expect(rows.map(({ object }) => object)).toEqual(table.map(({ object }) => object ?? ''))
    expect(rows.length).toBe(10)
    const none = await office.get(`${exportPath(path, 'json')}?from=2031-01-01`)
    expect(JSON.parse(none.text)).toEqual({ rows: [] })
  })

  test('is written down: who took it, and what of it', async () => {
    await office.get(`${csv}?act=ended`)
    const [newest] = await office.desk.desk.store.audit.newest(1)
    expect(newest).toMatchObject({ act: 'exported', actorName: 'Olga', object: 'list:audit.csv' })
    expect(newest?.detail.value).toBe('?act=ended')
  })

  test('is only for who may read the page', async () => {
    const { ask, cookies } = office
    for (const file of [csv, exportPath(path, 'json')]) {
      expect((await ask('GET', file, { cookie: cookies.supervisor })).status).toBe(403)
      expect((await ask('GET', file)).status).toBe(303)
    }
  })
})
