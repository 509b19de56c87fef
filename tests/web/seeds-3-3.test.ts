import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { limits } from '../../actors/limits'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { json } from './ask'
import { openTwoSides, type TwoSides } from './two-sides'

/** What systems of this kind do to people's words: each is looked for here, by its number. */
const { chat, workbench } = paths
let sides: TwoSides
beforeAll(async () => {
  sides = await openTwoSides()
})
afterAll(() => sides.close())

const textsOf = async (id: string) =>
  (await sides.harness.store.transcripts.last(id, 100)).map(({ text }) => text)

describe('seeds 3.3', () => {
  test('24 no ordinary word is taken for an attack', async () => {
    const { conversation, veraSays } = await sides.begin()
    const ordinary = [
      ...['Please open a ticket', 'my profile picture', 'It is shipping. Thanks'],
      ...['I bought it myself', 'direct debit', 'the config file of my input device'],
      ...['reload the page, then exec. summary, vars and eval forms', 'request. session. g. self'],
      ...['{{7*7}} <%= 7 %> #{7}', "' OR 1=1 --", '<script>alert(1)</script>', '../../etc/passwd'],
    ]
    for (const text of ordinary) await veraSays(text)
    expect(await textsOf(conversation)).toEqual(expect.arrayContaining(ordinary))
  })

  test('25 what was written is kept as it was, and escaped once where it is shown', async () => {
    const { conversation, veraSays, page, post, vera } = await sides.begin()
    const text = `it's A & B "C" <b>D</b> &amp; 中文 👨‍👩‍👧`
    await veraSays(text)
    expect(await textsOf(conversation)).toContain(text)
    for (const shown of [await page(), await page(sides.cookies.ana)]) {
      expect(shown).toMatch(/A &amp; B/)
      expect(shown).toContain('&lt;b&gt;D&lt;/b&gt; &amp;amp; 中文')
      expect(shown).not.toMatch(/&amp;#|&amp;lt;|&amp;amp;amp;/)
    }
    const told = await sides.ask(
      'GET',
      `${workbench.conversation(conversation)}/transcript?format=json`,
      {
        cookie: sides.cookies.ana,
      },
    )
    expect(told.text).toContain(JSON.stringify(text).slice(1, -1))
    const file = await sides.ask('GET', '/chat/transcript?format=txt', { cookie: vera })
    expect(file.text).toContain(text)
    expect(post).toBeFunction()
  })

  test('26 what is too long is refused whole, with its words; what just fits is kept whole', async () => {
    const { conversation, vera, post, veraSays } = await sides.begin()
    const fits = '中'.repeat(limits.text)
    await veraSays(fits)
    expect(await textsOf(conversation)).toContain(fits)
    const form = { text: `${fits}!`, client_id: clientId() }
    const told = await post(vera, chat.messages, form, { headers: json })
    expect([told.status, JSON.parse(told.text).error.reason]).toEqual([422, 'textTooLong'])
    const page = await post(vera, chat.messages, form)
    expect([page.status, page.text.includes(form.text)]).toEqual([422, true])
    expect((await textsOf(conversation)).filter((text) => text.startsWith('中中'))).toEqual([fits])
  })
})
