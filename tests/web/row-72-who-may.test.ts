import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { type Answer, json } from './ask'
import { openTwoSides, type TwoSides } from './two-sides'

const { chat, workbench } = paths
const MINUTE_MS = 60_000
let sides: TwoSides
let ask: TwoSides['ask']
let cookies: TwoSides['cookies']
let begin: TwoSides['begin']
let nth = 0

beforeAll(async () => {
  sides = await openTwoSides()
  ;({ ask, cookies, begin } = sides)
})
afterAll(() => sides.close())

describe('who may change it, and until when', () => {
  const reasonOf = ({ status, text }: Answer) => [status, JSON.parse(text).error?.reason]

  test('its author, on their side, and nobody else', async () => {
    const talk = await begin()
    const [hers, anas, note] = [
      await talk.veraSays('mine'),
      await talk.anaSays('mine'),
      await talk.anaNotes('between us'),
    ]
    const tries = async (cookie: string, path: string) =>
      reasonOf(await talk.post(cookie, path, { text: 'other' }, { headers: json }))
    expect(await tries(talk.vera, chat.revision(anas))).toEqual([403, 'entryNotYours'])
    expect(await tries(talk.vera, chat.revision(note))).toEqual([404, 'missing'])
    expect(await tries(talk.vera, chat.revision('nobody-wrote-it'))).toEqual([404, 'missing'])
    expect(await tries(talk.vera, chat.revision('desk-2'))).toEqual([404, 'missing'])
    expect(await tries(cookies.ana, talk.entry.revision(hers))).toEqual([403, 'entryNotYours'])
    expect(await tries(cookies.amir, talk.entry.revision(anas))).toEqual([403, 'entryNotYours'])
    expect(await tries(cookies.amir, talk.entry.revision(note))).toEqual([403, 'entryNotYours'])
    expect(await tries(cookies.ana, talk.entry.revision(note))).toEqual([200, undefined])
    const other = await begin()
    expect(await tries(other.vera, chat.revision(hers))).toEqual([404, 'missing'])
  })

  test('for five minutes, and no longer than the talk; a note beyond it', async () => {
    const talk = await begin()
    const [id, note] = [await talk.veraSays('late'), await talk.anaNotes('late')]
    const tries = async (cookie: string, path: string) =>
      reasonOf(await talk.post(cookie, path, { text: `words ${nth++}` }, { headers: json }))
    sides.time.later = 5 * MINUTE_MS - 2_000
    expect(await tries(talk.vera, chat.revision(id))).toEqual([200, undefined])
    await talk.post(cookies.ana, workbench.closure(talk.conversation), {})
    expect(await tries(talk.vera, chat.revision(id))).toEqual([409, 'chatEnded'])
    expect(await tries(cookies.ana, talk.entry.revision(note))).toEqual([200, undefined])
    sides.time.later = 5 * MINUTE_MS + 2_000
    expect(await tries(cookies.ana, talk.entry.revision(note))).toEqual([409, 'entryTooOld'])
    const open = await begin()
    const own = await open.veraSays('soon old')
    const menu = async () => (await ask('GET', chat.message(own), { cookie: open.vera })).text
    expect(await menu()).toContain(chat.revision(own))
    sides.time.later += 5 * MINUTE_MS + 2_000
    expect(await menu()).not.toContain(chat.revision(own))
    const withdrawn = await open.post(open.vera, chat.withdrawal(own), {}, { headers: json })
    expect(reasonOf(withdrawn)).toEqual([409, 'entryTooOld'])
  })

  test('from a page of its own, without a script', async () => {
    const talk = await begin()
    const id = await talk.veraSays('Plain <b>text</b>')
    expect(await talk.page()).toContain(`href="${chat.message(id)}"`)
    const shown = await ask('GET', chat.message(id), { cookie: talk.vera })
    expect(shown.status).toBe(200)
    for (const form of [chat.revision(id), chat.withdrawal(id), chat.reactions(id), chat.messages])
      expect(shown.text).toContain(`action="${form}"`)
    expect(shown.text).toContain('Plain &lt;b&gt;text&lt;/b&gt;</textarea>')
    const sent = await talk.post(talk.vera, chat.revision(id), { text: 'Better' })
    expect([sent.status, sent.headers.get('Location')]).toEqual([303, `${chat.page}#e-${id}`])
  })
})
