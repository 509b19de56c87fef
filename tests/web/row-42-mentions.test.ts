import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mentionsOf } from '../../actors/mentions'
import { isProblem } from '../../actors/problem'
import { removeAccount } from '../../src/commands/accounts/remove'
import { changeAgent } from '../../src/commands/agents/change'
import { paths } from '../../views/paths'
import { clientId, hire } from '../support/desk'
import { NOTE } from '../support/leaks'
import { htmx, json } from './ask'
import { countIn, isListed, isUnread, type Mentions, openMentions } from './mentions'

const { chat, workbench } = paths
let at: Mentions
beforeAll(async () => {
  at = await openMentions()
})
afterAll(() => at.close())

describe('a colleague who is called by name in a note', () => {
  test('finds the conversation when they come, until they open it', async () => {
    const id = await at.talk()
    const entry = await at.note(id, 'can @Amir look at this?')
    expect(mentionsOf((await at.shown(id, entry))?.body ?? { kind: 'note' })).toEqual([
      { agent: at.amir.id, from: NOTE.length + 6, to: NOTE.length + 11 },
    ])
    const page = await at.bench()
    expect([countIn(page), isListed(page, id), isUnread(page, id)]).toEqual([1, true, true])
    expect(await at.bench(at.cookies.amir, 'line')).toContain('id="count-mentions"')
    expect([await at.count(at.cookies.ana), await at.count(at.cookies.sina)]).toEqual([0, 0])
    const room = await at.open(id)
    expect(room.text).toContain('<span class="mention">@Amir</span>')
    const after = await at.bench()
    expect([countIn(after), isListed(after, id), isUnread(after, id)]).toEqual([0, true, false])
  })

  test('comes from their list to the line that calls them, however far up it is', async () => {
    const id = await at.talk()
    await at.note(id, 'long ago, @Amir')
    const entry = await at.note(id, 'once more, @Amir')
    const seq = (await at.shown(id, entry))?.seq ?? 0
    for (let nth = 0; nth < 60; nth += 1) await at.note(id, `nothing for them ${nth}`)
    const link = workbench.earlier(id, seq, { view: 'mentions' }, entry)
    expect(await at.bench()).toContain(`href="${link.replaceAll('&', '&amp;')}"`)
    const room = await at.ask('GET', link, { cookie: at.cookies.amir })
    expect(room.text).toContain(`id="e-${entry}"`)
    expect(room.text).not.toContain('nothing for them 59')
    // From another list it opens where it goes on.
    expect(await at.bench(at.cookies.amir, 'team')).toContain(
      `href="${workbench.conversation(id, { view: 'team' })}"`,
    )
  })

  test('is told live on open pages, and so is that they have seen it', async () => {
    const id = await at.talk()
    const screen = at.harness.bench(null, 0, async () => at.harness.ana)
    await at.clock.until(() => screen.has('id="count-mentions"'))
    await at.note(id, 'who knows? @Ana', at.cookies.amir)
    await at.clock.until(() => screen.has(`data-newest="${id}"`))
    const seq = (await at.harness.store.transcripts.last(id, 1))[0]?.seq ?? 0
    expect((await at.post(workbench.mentionsSeen(id), { up_to: String(seq) })).status).toBe(204)
    expect(await at.count(at.cookies.ana)).toBe(0)
    expect((await at.post(workbench.mentionsSeen(id), { up_to: 'x' })).status).toBe(422)
    const strange = await at.post(workbench.mentionsSeen(id), { up_to: '9' }, at.cookies.billy)
    expect(strange.status).toBe(404)
    screen.leave()
  })

  test('is not told of their own notes, nor by a message or an address', async () => {
    const id = await at.talk()
    await at.note(id, 'I, @Amir, wrote to amir@Amir.test', at.cookies.amir)
    await at.post(workbench.messages(id), { text: 'Hello @Amir', client_id: clientId() })
    await at.note(id, 'write to bo@Amir')
    expect(await at.count()).toBe(0)
  })

  test('stays called when they are renamed', async () => {
    const id = await at.talk()
    await at.note(id, 'ask @Amir')
    const { desk } = at.harness.desk
    expect(await changeAgent(desk, at.amir.id, { name: 'Amir Haddad' })).toBeNull()
    expect(await at.count()).toBe(1)
    await at.note(id, '@Amir Haddad and @Amir')
    expect(await changeAgent(desk, at.amir.id, { name: 'Amir' })).toBeNull()
    const last = (await at.harness.store.transcripts.last(id, 1))[0]
    expect(last && mentionsOf(last.body)).toHaveLength(1)
  })
})

describe('who may not read a conversation', () => {
  test('is told nothing, and whoever wrote the note reads so; no word is lost', async () => {
    const id = await at.talk()
    const entry = await at.note(id, 'is it paid, @Billy?')
    const body = (await at.shown(id, entry))?.body
    expect(body && mentionsOf(body)).toMatchObject([{ barred: true }])
    const room = await at.open(id, at.cookies.ana)
    const sentence = 'Billy cannot read this conversation and was not notified.'
    expect(room.text).toContain(sentence)
    const form = { text: `${NOTE}: @Billy, @Amir`, client_id: clientId() }
    const live = await at.ask('POST', workbench.notes(id), {
      ...{ cookie: at.cookies.ana, form, headers: htmx },
    })
    expect([live.status, live.text.includes(sentence)]).toEqual([201, true])
    const told = await at.bench(at.cookies.billy)
    expect([countIn(told), told.includes(id)]).toEqual([0, false])
  })

  test('is not offered either', async () => {
    const id = await at.talk()
    const colleagues = async (q: string, cookie = at.cookies.ana) => {
      const answer = await at.ask('GET', workbench.colleagues(id, q), { cookie, headers: json })
      return answer.status === 200
        ? JSON.parse(answer.text).colleagues.map(({ name }: { name: string }) => name)
        : answer.status
    }
    expect(await colleagues('')).toEqual(['Amir', 'Sina'])
    expect(await colleagues('am')).toEqual(['Amir'])
    expect(await colleagues('bil')).toEqual([])
    expect(await colleagues('', at.cookies.billy)).toBe(404)
    const panel = await at.ask('GET', workbench.colleagues(id, 'si'), {
      ...{ cookie: at.cookies.ana, headers: htmx },
    })
    expect(panel.text).toContain('role="option"')
    expect(panel.text).toContain('data-name="Sina"')
  })

  test('sees of a conversation that went to another department nothing any more', async () => {
    const id = await at.talk()
    await at.note(id, '@Amir?')
    expect(await at.count()).toBe(1)
    const handed = await at.post(workbench.transfer(id), { to: `department:${at.billing}` })
    expect([handed.status, handed.text]).toEqual([204, ''])
    await at.clock.until(
      async () => (await at.harness.store.conversations.row(id))?.department === at.billing,
    )
    const page = await at.bench()
    expect([countIn(page), isListed(page, id)]).toEqual([0, false])
  })
})

describe('a note that is changed', () => {
  test('calls whom it names then, and nobody twice', async () => {
    const id = await at.talk()
    const entry = await at.note(id, '@Sina, please')
    const revise = async (text: string) => {
      const path = workbench.entry(id).revision(entry)
      expect((await at.post(path, { text: `${NOTE}: ${text}` })).status).toBeLessThan(300)
    }
    expect([await at.count(at.cookies.sina), await at.count()]).toEqual([1, 0])
    await at.open(id, at.cookies.sina)
    await revise('@Sina and @Amir, please')
    expect([await at.count(at.cookies.sina), await at.count()]).toEqual([0, 1])
    await revise('@Sina, please')
    expect([await at.count(at.cookies.sina), await at.count()]).toEqual([0, 0])
    expect(isListed(await at.bench(), id)).toBe(false)
    await revise('@Amir, please')
    expect(await at.count()).toBe(1)
    const taken = await at.post(workbench.entry(id).withdrawal(entry))
    expect(taken.status).toBeLessThan(300)
    expect(await at.count()).toBe(0)
  })
})

test('nothing of it reaches a visitor, and who left the desk is called no more', async () => {
  const { conversation, token } = await at.harness.talk('Mia')
  const leaver = await hire(at.harness.desk, 'Lea')
  await at.note(conversation, '@Lea and @Amir')
  const page = await at.ask('GET', chat.page, { cookie: `visitor=${token}` })
  expect([page.status, page.text.includes('mention'), page.text.includes('Lea')]).toEqual([
    ...[200, false, false],
  ])
  expect(
    isProblem(await removeAccount(at.harness.desk.desk, { role: 'agent', email: 'lea@desk.test' })),
  ).toBe(false)
  const reader = { agent: leaver.id, departments: leaver.departments }
  expect(await at.harness.store.mentions.unseen(reader, 9)).toEqual([])
  const entry = await at.note(conversation, '@Lea?')
  expect(mentionsOf((await at.shown(conversation, entry))?.body ?? { kind: 'note' })).toEqual([])
})
