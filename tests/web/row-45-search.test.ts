import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import { isProblem } from '../../actors/problem'
import { createDepartment } from '../../src/commands/departments/create'
import { openLog } from '../../src/log'
import { INDEX_VERSION, openIndexer } from '../../src/system/indexer'
import { paths } from '../../views/paths'
import { clientId, hire, openTestDesk, type TestDesk, until, visit } from '../support/desk'
import { indexAll } from '../support/indexed'
import { type Ask, askOf, htmx, json, signIn } from './ask'

const { workbench } = paths
let desk: TestDesk
let ask: Ask
let cookies: Record<'ana' | 'amir', string>
let talks: Record<'refund' | 'chinese' | 'elsewhere', string>

const say = async (conversation: string, token: string, text: string) => {
  const cookie = `bellhop-visitor=${token}`
  await ask('POST', paths.chat.messages, { cookie, form: { text, client_id: clientId() } })
  return conversation
}

beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  await hire(desk, 'Ana')
  const other = await createDepartment(desk.desk, { name: 'Repairs' })
  if (isProblem(other)) throw new Error(other.reason)
  const vera = await visit(desk, 'Vera Kovač', 'The box was wet. <b>Refund</b> me, please')
  await say(vera.conversation, vera.token, 'A second refund line')
  const vito = await visit(desk, '李明', '你好，我要退款，谢谢')
  await hire(desk, 'Amir')
  const elsewhere = await visit(desk, 'Noor', 'refund for the lamp')
  talks = {
    refund: vera.conversation,
    chinese: vito.conversation,
    elsewhere: elsewhere.conversation,
  }
  cookies = { ana: await signIn(ask, 'Ana'), amir: await signIn(ask, 'Amir') }
  await indexAll(desk.desk.store)
})
afterAll(() => desk.close())

const page = (q: string, headers: Record<string, string> = {}, more = '') =>
  ask('GET', `${workbench.search(q)}${more}`, { cookie: cookies.ana, headers })
type Line = { id: string; text: string; seq: number; href: string; client_id: string }
const find = async (q: string, more = ''): Promise<Line[]> =>
  JSON.parse((await page(q, json, more)).text).conversations
const idsOf = async (q: string, more = '') => (await find(q, more)).map(({ id }) => id)

describe('search', () => {
  test('finds what was said, each conversation once, with what was searched for marked', async () => {
    const { status, text } = await page('refund')
    expect(status).toBe(200)
    expect(text).toContain('A second <mark>refund</mark> line')
    expect(text).toContain('1 more line')
    expect(text.split(`/conversations/${talks.refund}?`)).toHaveLength(2)
    expect((await page('box')).text).toContain('<mark>box</mark> was wet. &lt;b&gt;Refund')
  })

  test('leads to the line, in its room', async () => {
    const [line] = await find('wet box -second'.replace('box', '"was wet"').replace('wet ', ''))
    expect(line?.href).toContain(`#e-${line?.client_id}`)
    const room = await ask('GET', line?.href.split('#')[0] ?? '', { cookie: cookies.ana })
    expect(room.text).toContain(`id="e-${line?.client_id}"`)
  })

  test('finds one, two and three Chinese characters', async () => {
    for (const text of ['退', '退款', '要退款', '"我要退款"'])
      expect(await idsOf(text)).toEqual([talks.chinese])
    expect(await idsOf('款退')).toEqual([])
    expect((await page('退款')).text).toContain('我要<mark>退款</mark>')
  })

  test('keeps words side by side in quotes, and leaves out what has a minus', async () => {
    expect(await idsOf('"second refund"')).toEqual([talks.refund])
    expect(await idsOf('"refund second"')).toEqual([])
    expect(await idsOf('refund -lamp -second')).toEqual([talks.refund])
    expect((await find('refund -second')).map(({ text }) => text)).toHaveLength(2)
  })

  test('knows who wrote, whose, where, when and how it stands', async () => {
    expect(await idsOf('refund from:visitor')).toHaveLength(2)
    expect(await idsOf('refund from:agent')).toEqual([])
    expect(await idsOf('refund from:vera')).toEqual([talks.refund])
    expect(await idsOf('refund from:"Vera Kovač"')).toEqual([talks.refund])
    for (const name of ['line', 'queue'])
      expect(await idsOf(`refund status:${name}`)).toHaveLength(2)
    expect(await idsOf('refund status:closed')).toEqual([])
    expect(await idsOf('refund before:2020-01-01')).toEqual([])
    expect(await idsOf('refund after:2020-01-01')).toHaveLength(2)
    expect(await idsOf('refund has:file')).toEqual([])
    expect(await idsOf('refund agent:ana')).toEqual([])
    expect(await idsOf('department:repairs')).toEqual([])
  })

  test('finds by a tag, with and without words', async () => {
    const form = { add: 'Damaged box' }
    await ask('POST', workbench.tags(talks.refund), { cookie: cookies.ana, form })
    await indexAll(desk.desk.store)
    expect(await idsOf('refund tag:"damaged box"')).toEqual([talks.refund])
    expect(await idsOf('tag:"Damaged Box"')).toEqual([talks.refund])
    expect(await idsOf('tag:none')).toEqual([])
  })

  test('finds a line by all it says, however long the question', async () => {
    const words = Array.from({ length: 60 }, (_, nth) => `w${nth}`)
    const signs = Array.from({ length: 120 }, (_, nth) => String.fromCodePoint(0x4e00 + nth * 7))
    const { conversation, token } = await visit(desk, 'Longwind', words.join(' '))
    await say(conversation, token, signs.join(''))
    await indexAll(desk.desk.store)
    expect(await idsOf(words.join(' '))).toEqual([conversation])
    expect(await idsOf(`${words.slice(1).join(' ')} w60`)).toEqual([])
    expect(await idsOf(`from:visitor ${signs.join('')}`)).toEqual([conversation])
    expect(await idsOf(`from:agent ${signs.join('')}`)).toEqual([])
    expect(await idsOf('w1 -w2')).toEqual([])
    const others = Array.from({ length: 60 }, (_, nth) => `-x${nth}`)
    expect(await idsOf(`w1 w2 ${others.join(' ')}`)).toEqual([conversation])
    expect(await idsOf(`w1 w2 ${others.join(' ')} -w59`)).toEqual([])
  })

  test('takes an operator that is none for words', async () => {
    expect(await idsOf('colour:red')).toEqual([])
    expect(await idsOf('"box was"')).toEqual([talks.refund])
  })

  test('says in a sentence what an operator cannot be, and keeps what was typed', async () => {
    const bad = [
      ...['before:yesterday', 'after:2026-02-30', 'has:legs', 'status:odd', 'agent:nobody'],
      'department:nowhere',
    ]
    for (const text of bad) {
      const refused = await page(`refund ${text}`, json)
      expect(refused.status, text).toBe(422)
      expect(JSON.parse(refused.text).error).toMatchObject({ code: 'invalid', field: 'q' })
      const shown = await page(`refund ${text}`)
      expect(shown.status).toBe(422)
      expect(shown.text).toContain(`value="refund ${text}"`)
    }
    expect((await page('before:x', htmx)).status).toBe(200)
  })

  test('finds people, by how their names begin while it is typed', async () => {
    expect((await page('kovac')).text).toContain('<bdi>Vera Kovač</bdi>')
    expect((await page('kov', htmx, '&typing')).text).toContain('<bdi>Vera Kovač</bdi>')
    expect((await page('kov')).text).not.toContain('<bdi>Vera Kovač</bdi>')
    expect((await page('ana')).text).toContain('agent%3A%22Ana%22')
  })

  test('finds what begins so while it is typed', async () => {
    expect(await idsOf('refu', '&typing')).toHaveLength(2)
    expect(await idsOf('refu')).toEqual([])
    expect(await idsOf('wet bo', '&typing')).toEqual([talks.refund])
    expect(await idsOf('wet bx', '&typing')).toEqual([])
    expect(await idsOf('refund wet bo', '&typing')).toEqual([talks.refund])
  })

  test('has commands, by their words', async () => {
    const { text } = await page('')
    expect(text).toContain(`href="${workbench.list({ view: 'line' })}"`)
    expect(text).toContain('value="ready"')
    expect((await page('away')).text).not.toContain('value="ready"')
    expect(text).not.toContain('href="/office"')
  })

  test('is a part of its page for who asks by script, and of nobody else', async () => {
    const part = await page('refund', htmx)
    expect(part.text).toStartWith('<search>')
    expect((await ask('GET', workbench.search('refund'))).status).toBe(303)
    expect((await ask('GET', workbench.search('refund'), { headers: json })).status).toBe(401)
  })

  test('goes on where a page has ended, and puts the best first', async () => {
    const { visitors } = await many()
    const ids: string[] = []
    let until: number | null = null
    let pages = 0
    do {
      const more: string = until === null ? '' : `&until=${until}`
      const shown = JSON.parse((await page('parcel', json, more)).text)
      ids.push(...shown.conversations.map(({ id }: Line) => id))
      until = shown.until
      pages += 1
    } while (until !== null && pages < 9)
    expect([ids.length, new Set(ids).size, pages]).toEqual([visitors, visitors, 3])
    expect((await find('parcel', '&sort=best'))[0]?.text).toBe('parcel parcel')
  })

  test('takes what is said in within a second, and loses what is taken back at once', async () => {
    const { store, bus, clock } = desk.desk
    const indexer = openIndexer({ node: 'one', store, bus, clock, log: openLog('silent') })
    indexer.start()
    const { conversation, token } = await visit(desk, 'Late', 'hello there')
    await say(conversation, token, 'quite unheard of')
    expect(await until(async () => (await idsOf('unheard'))[0])).toBe(conversation)
    const form = { add: 'Just now' }
    await ask('POST', workbench.tags(conversation), { cookie: cookies.ana, form })
    expect(await until(async () => (await idsOf('tag:"just now"'))[0])).toBe(conversation)
    await store.accounts.setSetting(INDEX_VERSION, null)
    await indexer.round()
    expect(await until(async () => (await idsOf('unheard'))[0])).toBe(conversation)
    await indexer.stop()
    expect(addressOf('conversation', conversation)).toContain(conversation)
  })
})

/** More conversations than a page has. */
const many = async () => {
  const visitors = 45
  for (let nth = 0; nth < visitors; nth += 1)
    await visit(
      desk,
      `Guest ${nth}`,
      nth === 3 ? 'parcel parcel' : `where is the parcel ${nth} now`,
    )
  await indexAll(desk.desk.store)
  return { visitors }
}
