import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { tagLimits } from '../../actors/conversation/aspects/tags'
import { systemClock } from '../../src/clock'
import { setStatus } from '../../src/commands/agents/status'
import { paths } from '../../views/paths'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { hire, until, visit } from '../support/desk'
import { NOTE } from '../support/leaks'
import { type Ask, askOf, htmx, json, signIn } from './ask'

const { chat, workbench } = paths
let harness: FollowedDesk
let ask: Ask
let cookies: Record<'ana' | 'amir', string>
beforeAll(async () => {
  harness = await openFollowedDesk({ clock: systemClock, until })
  ask = askOf(harness.desk)
  await hire(harness.desk, 'Amir')
  cookies = { ana: await signIn(ask, 'Ana'), amir: await signIn(ask, 'Amir') }
})
afterAll(() => harness.desk.close())

const change = (id: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  ask('POST', workbench.tags(id), { cookie: cookies.amir, form, headers })
const tagsOf = async (id: string) => (await harness.store.conversations.row(id))?.tags

describe('a tag', () => {
  test('is put on and taken off by whoever may watch, as a plain form and by script', async () => {
    const { conversation } = await harness.talk()
    const plain = await change(conversation, { add: '  Ｒefund ' })
    expect([plain.status, plain.headers.get('Location')]).toEqual([
      303,
      workbench.conversation(conversation),
    ])
    expect((await change(conversation, { add: 'VIP' }, htmx)).status).toBe(204)
    expect(await tagsOf(conversation)).toEqual(['Refund', 'VIP'])
    const page = await ask('GET', workbench.conversation(conversation), { cookie: cookies.ana })
    expect(page.text).toContain('name="remove" value="Refund"')
    expect((await change(conversation, { remove: 'refund' }, json)).status).toBe(204)
    expect(await tagsOf(conversation)).toEqual(['VIP'])
  })

  test('that is there already, or is not there, is done, and nothing is written', async () => {
    const { conversation } = await harness.talk()
    await change(conversation, { add: 'Refund' })
    const version = async () =>
      (await harness.store.turns.load(`conversation:${conversation}`))?.version
    const before = await version()
    expect((await change(conversation, { add: 'REFUND' })).status).toBe(303)
    expect((await change(conversation, { remove: 'VIP' })).status).toBe(303)
    expect([await version(), await tagsOf(conversation)]).toEqual([before, ['Refund']])
  })

  test('is done for both of two who put it on at once', async () => {
    const { conversation } = await harness.talk()
    const both = ['Refund', 'refund'].map((add) => change(conversation, { add }, json))
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([204, 204])
    expect(await tagsOf(conversation)).toEqual(['Refund'])
  })

  test('of no words, of too many or of none we know is refused in a sentence', async () => {
    const { conversation } = await harness.talk()
    const bad: Record<string, string>[] = [
      {},
      { add: '' },
      { add: ' \u200b' },
      { add: 'x'.repeat(41) },
      { tag: 'x' },
    ]
    for (const form of bad) {
      const refused = await change(conversation, form, json)
      expect(refused.status, JSON.stringify(form)).toBe(422)
      expect(JSON.parse(refused.text).error.message).toMatch(/\w{3}/)
    }
    expect((await change(conversation, { add: '😀'.repeat(40) })).status).toBe(303)
    for (let nth = 1; nth < tagLimits.count; nth += 1)
      await change(conversation, { add: `tag ${nth}` })
    expect((await change(conversation, { add: 'one more' }, json)).status).toBe(409)
    expect((await tagsOf(conversation))?.length).toBe(tagLimits.count)
  })

  test('is live in the room and on the list, while it is held and when it has ended', async () => {
    const { conversation } = await harness.talk()
    const room = harness.bench(conversation, 2)
    const mine = harness.bench(null, 0)
    await until(() => mine.has(`id="c-${conversation}"`))
    await change(conversation, { add: 'Refund' })
    await until(() => room.swaps('tags').some((html) => html.includes('Refund')))
    await until(() => mine.has('>Refund</span>'))
    await ask('POST', workbench.closure(conversation), { cookie: cookies.ana, form: {} })
    const closed = harness.bench(null, 0, async () => harness.ana, { view: 'closed' })
    await until(() => closed.has(`id="c-${conversation}"`))
    await change(conversation, { add: 'Late' })
    await until(() => closed.has('title="Refund, Late"'))
    for (const screen of [room, mine, closed]) screen.leave()
  })

  test('is live in the line', async () => {
    await setStatus(harness.desk.desk, harness.ana, { status: 'away' })
    const { conversation } = await visit(harness.desk, 'Vito')
    const line = harness.bench(null, 0, async () => harness.ana, { view: 'line' })
    await until(() => line.has(`id="c-${conversation}"`))
    await change(conversation, { add: 'Urgent' })
    await until(() => line.has('>Urgent</span>'))
    line.leave()
    await setStatus(harness.desk.desk, harness.ana, { status: 'ready' })
  })

  test('is in nothing that goes to the visitor', async () => {
    const { person, conversation, token } = await harness.talk()
    const screens = [harness.follow(person, conversation, 0)]
    await change(conversation, { add: NOTE })
    screens.push(harness.follow(person, conversation, null))
    await harness.write(harness.ana, conversation, 'In the open')
    await until(() => screens.every((screen) => screen.has('In the open')))
    for (const path of [chat.page, chat.tail(0)])
      await ask('GET', path, { cookie: `visitor=${token}` })
    for (const screen of screens) screen.leave()
  })
})
