import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mentionsOf } from '../../actors/mentions'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { removeAccount } from '../../src/commands/accounts/remove'
import { changeAgent } from '../../src/commands/agents/change'
import { hireAgent } from '../../src/commands/agents/hire'
import { createDepartment } from '../../src/commands/departments/create'
import { paths } from '../../views/paths'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { openTestClock, type TestClock } from '../support/clock'
import { clientId, hire, PASSWORD } from '../support/desk'
import { NOTE } from '../support/leaks'
import { withQuickPasswords } from '../support/quick-passwords'
import { type Ask, askOf, htmx, json, signIn } from './ask'

const { chat, workbench } = paths
let clock: TestClock
let harness: FollowedDesk
let ask: Ask
let amir: Staff
let cookies: Record<'ana' | 'amir' | 'sina' | 'billy', string>

/** Somebody who answers for another department alone. */
const hireElsewhere = async (name: string) => {
  const { desk } = harness.desk
  const department = await createDepartment(desk, { name: 'Billing' })
  if (isProblem(department)) throw new Error(department.reason)
  const account = { email: `${name.toLowerCase()}@desk.test`, name, password: PASSWORD }
  const place = { departments: [department], capacity: 5 }
  const id = await hireAgent(withQuickPasswords(desk), account, place)
  if (isProblem(id)) throw new Error(id.reason)
  return department
}
let billing: string
beforeAll(async () => {
  clock = openTestClock()
  harness = await openFollowedDesk(clock)
  ask = askOf(harness.desk)
  amir = await hire(harness.desk, 'Amir')
  await hire(harness.desk, 'Sina', 5, 'supervisor')
  // The first that was made is the default one.
  await clock.pass(1_000)
  billing = await hireElsewhere('Billy')
  const all = ['ana', 'amir', 'sina', 'billy'] as const
  const signedIn = await Promise.all(all.map(async (who) => [who, await signIn(ask, who)]))
  cookies = Object.fromEntries(signedIn)
})
afterAll(() => harness.desk.close())

const post = (path: string, form: Record<string, string> = {}, cookie = cookies.ana) =>
  ask('POST', path, { cookie, form, headers: json })
const note = async (id: string, text: string, cookie = cookies.ana) => {
  const client_id = clientId()
  const answer = await post(workbench.notes(id), { text: `${NOTE}: ${text}`, client_id }, cookie)
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)])
  return client_id
}
const bench = async (cookie = cookies.amir, view = 'mentions') =>
  (await ask('GET', `${workbench.page}?view=${view}`, { cookie })).text
const countIn = (page: string) => Number(/id="count-mentions"[^>]*>(\d+)</.exec(page)?.[1])
const count = async (cookie = cookies.amir) => countIn(await bench(cookie))
const isListed = (page: string, id: string) => page.includes(`id="c-${id}"`)
const isUnread = (page: string, id: string) =>
  page.split(`id="c-${id}"`)[1]?.split('</li>')[0]?.includes('called') ?? false
const open = (id: string, cookie = cookies.amir) =>
  ask('GET', workbench.conversation(id), { cookie })
const shown = (id: string, entry: string) => harness.store.transcripts.shown(id, entry)
/** Nobody has anything to see at the beginning of a test. */
const talk = async (name = 'Vera') => {
  const { conversation } = await harness.talk(name)
  const unseen = await harness.store.mentions.unseen(
    { agent: amir.id, departments: amir.departments },
    100,
  )
  for (const each of unseen) await harness.store.mentions.see(amir.id, each.conversation, 1e9)
  return conversation
}

describe('a colleague who is called by name in a note', () => {
  test('finds the conversation when they come, until they open it', async () => {
    const id = await talk()
    const entry = await note(id, 'can @Amir look at this?')
    expect(mentionsOf((await shown(id, entry))?.body ?? { kind: 'note' })).toEqual([
      { agent: amir.id, from: NOTE.length + 6, to: NOTE.length + 11 },
    ])
    const page = await bench()
    expect([countIn(page), isListed(page, id), isUnread(page, id)]).toEqual([1, true, true])
    expect(await bench(cookies.amir, 'line')).toContain('id="count-mentions"')
    expect([await count(cookies.ana), await count(cookies.sina)]).toEqual([0, 0])
    const room = await open(id)
    expect(room.text).toContain('<span class="mention">@Amir</span>')
    const after = await bench()
    expect([countIn(after), isListed(after, id), isUnread(after, id)]).toEqual([0, true, false])
  })

  test('is told live on open pages, and so is that they have seen it', async () => {
    const id = await talk()
    const screen = harness.bench(null, 0, async () => harness.ana)
    await clock.until(() => screen.has('id="count-mentions"'))
    await note(id, 'who knows? @Ana', cookies.amir)
    await clock.until(() => screen.has(`data-newest="${id}"`))
    const seq = (await harness.store.transcripts.last(id, 1))[0]?.seq ?? 0
    expect((await post(workbench.mentionsSeen(id), { up_to: String(seq) })).status).toBe(204)
    expect(await count(cookies.ana)).toBe(0)
    expect((await post(workbench.mentionsSeen(id), { up_to: 'x' })).status).toBe(422)
    const strange = await post(workbench.mentionsSeen(id), { up_to: '9' }, cookies.billy)
    expect(strange.status).toBe(404)
    screen.leave()
  })

  test('is not told of their own notes, nor by a message or an address', async () => {
    const id = await talk()
    await note(id, 'I, @Amir, wrote to amir@Amir.test', cookies.amir)
    await post(workbench.messages(id), { text: 'Hello @Amir', client_id: clientId() })
    await note(id, 'write to bo@Amir')
    expect(await count()).toBe(0)
  })

  test('stays called when they are renamed', async () => {
    const id = await talk()
    await note(id, 'ask @Amir')
    const { desk } = harness.desk
    expect(await changeAgent(desk, amir.id, { name: 'Amir Haddad' })).toBeNull()
    expect(await count()).toBe(1)
    await note(id, '@Amir Haddad and @Amir')
    expect(await changeAgent(desk, amir.id, { name: 'Amir' })).toBeNull()
    const last = (await harness.store.transcripts.last(id, 1))[0]
    expect(last && mentionsOf(last.body)).toHaveLength(1)
  })
})

describe('who may not read a conversation', () => {
  test('is told nothing, and whoever wrote the note reads so; no word is lost', async () => {
    const id = await talk()
    const entry = await note(id, 'is it paid, @Billy?')
    const body = (await shown(id, entry))?.body
    expect(body && mentionsOf(body)).toMatchObject([{ barred: true }])
    const room = await open(id, cookies.ana)
    const sentence = 'Billy cannot read this conversation and was not notified.'
    expect(room.text).toContain(sentence)
    const form = { text: `${NOTE}: @Billy, @Amir`, client_id: clientId() }
    const live = await ask('POST', workbench.notes(id), {
      ...{ cookie: cookies.ana, form, headers: htmx },
    })
    expect([live.status, live.text.includes(sentence)]).toEqual([201, true])
    const told = await bench(cookies.billy)
    expect([countIn(told), told.includes(id)]).toEqual([0, false])
  })

  test('is not offered either', async () => {
    const id = await talk()
    const colleagues = async (q: string, cookie = cookies.ana) => {
      const answer = await ask('GET', workbench.colleagues(id, q), { cookie, headers: json })
      return answer.status === 200
        ? JSON.parse(answer.text).colleagues.map(({ name }: { name: string }) => name)
        : answer.status
    }
    expect(await colleagues('')).toEqual(['Amir', 'Sina'])
    expect(await colleagues('am')).toEqual(['Amir'])
    expect(await colleagues('bil')).toEqual([])
    expect(await colleagues('', cookies.billy)).toBe(404)
    const panel = await ask('GET', workbench.colleagues(id, 'si'), {
      ...{ cookie: cookies.ana, headers: htmx },
    })
    expect(panel.text).toContain('role="option"')
    expect(panel.text).toContain('data-name="Sina"')
  })

  test('sees of a conversation that went to another department nothing any more', async () => {
    const id = await talk()
    await note(id, '@Amir?')
    expect(await count()).toBe(1)
    const handed = await post(workbench.transfer(id), { to: `department:${billing}` })
    expect([handed.status, handed.text]).toEqual([204, ''])
    await clock.until(async () => (await harness.store.conversations.row(id))?.department === billing)
    const page = await bench()
    expect([countIn(page), isListed(page, id)]).toEqual([0, false])
  })
})

describe('a note that is changed', () => {
  test('calls whom it names then, and nobody twice', async () => {
    const id = await talk()
    const entry = await note(id, '@Sina, please')
    const revise = async (text: string) => {
      const path = workbench.entry(id).revision(entry)
      expect((await post(path, { text: `${NOTE}: ${text}` })).status).toBeLessThan(300)
    }
    expect([await count(cookies.sina), await count()]).toEqual([1, 0])
    await open(id, cookies.sina)
    await revise('@Sina and @Amir, please')
    expect([await count(cookies.sina), await count()]).toEqual([0, 1])
    await revise('@Sina, please')
    expect([await count(cookies.sina), await count()]).toEqual([0, 0])
    expect(isListed(await bench(), id)).toBe(false)
    await revise('@Amir, please')
    expect(await count()).toBe(1)
    const taken = await post(workbench.entry(id).withdrawal(entry))
    expect(taken.status).toBeLessThan(300)
    expect(await count()).toBe(0)
  })
})

describe('where a conversation goes', () => {
  const contextOf = async (id: string) =>
    (await harness.desk.desk.system.current<'conversation'>(`conversation:${id}`))?.context
  const where = async () => {
    const reader = { agent: amir.id, departments: amir.departments }
    return (await harness.store.mentions.unseen(reader, 9)).map(({ conversation }) => conversation)
  }

  test('who is called goes: into another one, and back', async () => {
    const into = await talk('Vera (laptop)')
    const from = await talk('Vera (phone)')
    await note(from, '@Amir, see')
    const gone = await note(from, '@Amir, no')
    await post(workbench.entry(from).withdrawal(gone))
    await post(workbench.merge(from), { into }, cookies.sina)
    await clock.until(async () => ((await contextOf(into))?.merges.length ?? 0) > 0)
    expect([await where(), await count()]).toEqual([[into], 1])
    await post(workbench.unmerge(into), { from }, cookies.sina)
    await clock.until(async () => (await contextOf(from))?.mergedInto === null)
    expect(await where()).toEqual([from])
    // What was read where it went is read where it came from.
    await post(workbench.merge(from), { into }, cookies.sina)
    await clock.until(async () => ((await contextOf(into))?.merges.length ?? 0) > 0)
    await open(into)
    await post(workbench.unmerge(into), { from }, cookies.sina)
    await clock.until(async () => (await contextOf(from))?.mergedInto === null)
    expect(await where()).toEqual([])
  })

  test('who is called goes: off with a part of it, and back', async () => {
    const id = await talk()
    const stays = await note(id, '@Amir, first')
    const second = clientId()
    await post(workbench.messages(id), { text: 'And the chair', client_id: second })
    await note(id, '@Amir, second')
    await post(workbench.split(id), { from: second }, cookies.sina)
    const into = (await harness.store.conversations.row(id))?.splitInto ?? ''
    await clock.until(async () => (await contextOf(into))?.agent === harness.ana.id)
    expect((await where()).toSorted()).toEqual([id, into].toSorted())
    expect(await harness.store.mentions.lastUnseen(amir.id, id)).toBe(stays)
    await post(workbench.unsplit(into), {}, cookies.sina)
    await clock.until(async () => (await contextOf(id))?.mergedInto === null)
    expect(await where()).toEqual([id])
  })
})

test('a whisper and the note of a macro call colleagues too', async () => {
  const id = await talk()
  const whisper = { text: `${NOTE}: ask @Amir first`, client_id: clientId() }
  expect((await post(workbench.whisper(id), whisper, cookies.sina)).status).toBe(201)
  expect(await count()).toBe(1)
  await open(id)
  const acts = [{ does: 'note', value: `${NOTE}: @Amir pays back` }]
  const macro = { id: 'pays', name: 'Pay it back', departments: [], acts, version: 'one' }
  await harness.store.macros.create(macro, 'pay it back')
  expect((await post(workbench.macro(id, 'pays'))).status).toBe(204)
  expect(await count()).toBe(1)
})

test('nothing of it reaches a visitor, and who left the desk is called no more', async () => {
  const { conversation, token } = await harness.talk('Mia')
  const leaver = await hire(harness.desk, 'Lea')
  await note(conversation, '@Lea and @Amir')
  const page = await ask('GET', chat.page, { cookie: `visitor=${token}` })
  expect([page.status, page.text.includes('mention'), page.text.includes('Lea')]).toEqual([
    ...[200, false, false],
  ])
  expect(isProblem(await removeAccount(harness.desk.desk, { role: 'agent', email: 'lea@desk.test' }))).toBe(false)
  const reader = { agent: leaver.id, departments: leaver.departments }
  expect(await harness.store.mentions.unseen(reader, 9)).toEqual([])
  const entry = await note(conversation, '@Lea?')
  expect(mentionsOf((await shown(conversation, entry))?.body ?? { kind: 'note' })).toEqual([])
})
