import { afterAll, beforeAll, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { goOnDuty, hire, openTestDesk, type TestDesk, until, visit } from '../support/desk'
import { putLine } from '../support/lines'
import { type Ask, askOf, signIn } from './ask'

const { chat, workbench } = paths
let desk: TestDesk
let ask: Ask
let agent: string

beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  await goOnDuty(desk, await hire(desk, 'Ana', 50))
  agent = await signIn(ask, 'Ana')
})
afterAll(() => desk.close())

/** What stands in a transcript, as `seq text`, with the line that changed it where one did. */
const linesOn = (html: string) =>
  [...html.matchAll(/<li id="e-[^>]*>.*?class="body"[^>]*>(.*?)<\/(?:div|span)>/g)].map(
    ([li, body]) => {
      const edited = / data-edited="(\d+)"/.exec(li)?.[1]
      return `${/ data-seq="(\d+)"/.exec(li)?.[1]} ${body}${edited ? ` <${edited}` : ''}`
    },
  )

/** "first", Ana's coming, "wrong", then `between` more, and the third put right: its pages. */
const corrected = async (between: number) => {
  const { conversation, token } = await visit(desk, 'Vera', 'first')
  const { conversations, transcripts } = desk.desk.store
  await until(async () => (await conversations.find(conversation))?.state === 'active')
  const { clientId } = await putLine(desk, conversation, { text: 'wrong' })
  for (let n = 0; n < between; n++) await putLine(desk, conversation, { text: `line ${n}` })
  const { seq } = await putLine(desk, conversation, { text: 'right', changes: clientId })
  expect(await transcripts.byClientId(conversation, clientId)).toMatchObject({ text: '' })
  const get = async (cookie: string, path: string) => {
    const { status, text } = await ask('GET', path, { cookie })
    expect({ path, status }).toEqual({ path, status: 200 })
    return text
  }
  return {
    conversation,
    seq,
    /** The visitor's and the agent's, which are alike. */
    pages: [
      [(path) => get(`visitor=${token}`, path), chat.page, chat.tail, chat.earlier],
      [
        (path) => get(agent, path),
        workbench.conversation(conversation),
        (after) => workbench.tail(conversation, after),
        (before) => `${workbench.conversation(conversation)}?before=${before}`,
      ],
    ] as [
      get: (path: string) => Promise<string>,
      page: string,
      tail: (after: number) => string,
      earlier: (before: number) => string,
    ][],
  }
}

test('the page shows what was changed once, in its old place, and goes on after the change', async () => {
  const { pages, seq } = await corrected(1)
  expect(seq).toBe(5)
  for (const [get, page] of pages) {
    const html = await get(page)
    const [first, , ...rest] = linesOn(html)
    expect([first, ...rest]).toEqual(['1 first', '3 right <5', '4 line 0'])
    expect(html).toContain('data-after="5"')
    expect(html).not.toContain('wrong')
  }
})

test('a change on another page of the transcript is shown where the entry is, and only there', async () => {
  const { pages, seq } = await corrected(60)
  for (const [get, page, , earlier] of pages) {
    const html = await get(page)
    expect(linesOn(html)).toEqual(Array.from({ length: 50 }, (_, n) => `${n + 14} line ${n + 10}`))
    // The change has no line of its own here; live it may come once more, which changes nothing.
    expect(html).toContain(`data-after="${seq - 1}"`)
    const before = linesOn(await get(earlier(14)))
    expect(before).toHaveLength(13 + 50)
    expect(before[2]).toBe(`3 right <${seq}`)
  }
})

test('without a script the frame shows what was changed meanwhile, once', async () => {
  const { conversation, pages, seq } = await corrected(1)
  const { clientId = '' } = (await desk.desk.store.transcripts.after(conversation, 3, 1))[0] ?? {}
  await putLine(desk, conversation, { text: 'line 0, put right', changes: clientId })
  for (const [get, , tail] of pages) {
    const changed = ['4 line 0, put right <6', `3 right <${seq}`]
    expect(linesOn(await get(tail(3)))).toEqual(changed)
    expect(linesOn(await get(tail(4)))).toEqual(changed.toReversed())
    expect(linesOn(await get(tail(5)))).toEqual(['4 line 0, put right <6'])
    expect(linesOn(await get(tail(6)))).toEqual([])
    expect(linesOn(await get(tail(0)))).toHaveLength(4)
  }
})
