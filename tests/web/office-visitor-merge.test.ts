import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import type { Staff } from '../../actors/people'
import { claim } from '../../src/commands/agents/claim'
import { setStatus } from '../../src/commands/agents/status'
import { keepOut } from '../../src/commands/blocks/keep-out'
import { end } from '../../src/commands/conversations/end'
import { hashToken } from '../../src/commands/tokens'
import { changeVisitor } from '../../src/commands/visitors/describe'
import { replay } from '../../src/system/replay'
import { visitorPaths } from '../../views/office/visitors/list'
import { paths } from '../../views/paths'
import { hire, until, visit } from '../support/desk'
import { json } from './ask'
import { type Office, openOffice } from './office'
import { rowsOn } from './office-rows'

let office: Office
let cara: Staff
beforeAll(async () => {
  office = await openOffice()
  cara = await hire(office.desk, 'Cara', 50)
  await setStatus(office.desk.desk, cara, { status: 'away' })
})
afterAll(() => office.close())

const store = () => office.desk.desk.store
const rowOf = (id: string) => store().conversations.find(id)

const come = async (name: string, text = 'Hello') => {
  const { person, conversation, token } = await visit(office.desk, name, text)
  return { id: person.id, conversation, token, page: visitorPaths.page(person.id) }
}
type Guest = Awaited<ReturnType<typeof come>>

const finish = async ({ id, conversation }: Guest) => {
  expect(await claim(office.desk.desk, cara, conversation)).toBeNull()
  await until(async () => (await rowOf(conversation))?.state === 'active')
  expect(await end(office.desk.desk, cara, conversation)).toBeNull()
  await until(async () => (await store().visitors.find(id))?.talking === false)
}
const write = (id: string, changes: Parameters<typeof changeVisitor>[3]) =>
  changeVisitor(office.desk.desk, cara, id, changes)
const merge = (into: Guest, other: string) => office.post(visitorPaths.merge(into.id), { other })
const part = async ({ id }: Guest) => {
  const [newest] = await store().visitors.merges(id)
  return office.post(visitorPaths.parting(id), { merge: newest?.id ?? '' })
}
const known = async ({ page }: Guest) => JSON.parse((await office.get(page, json)).text)
const chatOf = async ({ token }: Guest) =>
  (await office.ask('GET', paths.chat.page, { cookie: `visitor=${token}` })).text
const ownerOf = ({ token }: Guest) => store().visits.visitorOf(hashToken(token))

describe('the line', () => {
  const topicsIn = async (conversation: string) => {
    const row = await rowOf(conversation)
    const needs = { department: row?.department ?? '', line: 50, conversation }
    return (await store().turns.reads(needs)).row?.precedence?.topics
  }
  const hears = async (conversation: string, topics: readonly string[]) =>
    expect(await until(async () => `${await topicsIn(conversation)}` === `${topics}`)).toBe(true)

  test('hears what a visitor is known by who waits in it when another becomes one with them', async () => {
    const [uta, ulla] = [await come('Uta'), await come('Ulla')]
    await finish(ulla)
    await write(ulla.id, { tags: ['VIP'] })
    await hears(uta.conversation, [])
    await office.follow(await merge(uta, ulla.page))
    await hears(uta.conversation, ['VIP'])
    await office.follow(await part(uta))
    await hears(uta.conversation, [])
  })

  test('and whose conversation it is that the other brings', async () => {
    const [uta, ulla] = [await come('Uta'), await come('Ulla')]
    await finish(uta)
    await write(uta.id, { tags: ['VIP'] })
    // More turns of hers than the other has taken.
    for (const notes of ['one', 'two', 'three']) await write(ulla.id, { notes, tags: [notes] })
    await hears(ulla.conversation, ['three'])
    await office.follow(await merge(uta, ulla.page))
    await hears(ulla.conversation, ['VIP', 'three'])
  })
})

describe('two visitors who become one', () => {
  test('bring what they said, who they are and what is known of them', async () => {
    const [vera, zora] = [await come('Vera', 'From the phone'), await come('Zora', 'From home')]
    await finish(vera)
    await write(vera.id, { company: 'Lighthouse', tags: ['keeper'], notes: 'Likes tea' })
    await write(zora.id, { phone: '030 1', company: 'Other', tags: ['VIP'], notes: 'Likes milk' })
    const { text } = await office.follow(await merge(vera, zora.page))
    expect(text).toContain('They are one visitor now')
    expect(await known(vera)).toMatchObject({ name: 'Vera', company: 'Lighthouse', talking: true })
    const { profile, conversations } = await known(vera)
    expect(profile).toMatchObject({ phone: '030 1', notes: 'Likes tea\n\nLikes milk' })
    expect(profile.tags).toEqual(['keeper', 'VIP'])
    expect(conversations.length).toBe(2)
    const row = await rowOf(zora.conversation)
    expect([row?.visitor, row?.visitorName]).toEqual([vera.id, 'Vera'])
    expect(await ownerOf(zora)).toBe(vera.id)
    // Both browsers have the conversation that goes on before them.
    for (const guest of [vera, zora]) expect(await chatOf(guest)).toContain('From home')
    expect(rowsOn((await office.get(`${visitorPaths.list}?q=zora`)).text)).toEqual([])
    expect((await office.get(zora.page)).text).toContain('This visitor is one with')
    const [newest] = await store().audit.newest(1)
    expect(newest).toMatchObject({ act: 'visitorsMerged', object: `visitor:${vera.id}` })
  })

  test('are two again within a day: each has what was theirs, and what came since stays', async () => {
    const [vera, zora] = [await come('Vera', 'Old question'), await come('Zora', 'New question')]
    await finish(vera)
    await write(zora.id, { phone: '030 2' })
    await merge(vera, zora.id)
    await write(vera.id, { company: 'Since then' })
    const { text } = await office.follow(await part(vera))
    expect(text).toContain('They are two visitors again')
    expect(await known(vera)).toMatchObject({ company: 'Since then', talking: false })
    expect((await known(vera)).profile.phone).toBe('')
    expect(await known(zora)).toMatchObject({ name: 'Zora', talking: true, mergedInto: null })
    const row = await rowOf(zora.conversation)
    expect([row?.visitor, row?.visitorName]).toEqual([zora.id, 'Zora'])
    expect([await ownerOf(zora), await ownerOf(vera)]).toEqual([zora.id, vera.id])
    expect(await chatOf(zora)).toContain('New question')
    expect(await chatOf(vera)).not.toContain('New question')
    expect((await part(vera)).status).toBe(303)
    for (const { id } of [vera, zora])
      expect(await replay(store().turns, addressOf('visitor', id))).toMatchObject({ equal: true })
  })

  test('keep one conversation open at most: who both talk stay two', async () => {
    const [vera, zora] = [await come('Vera'), await come('Zora')]
    const refused = await merge(vera, zora.id)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Both have a conversation that goes on')
    expect(refused.text).toContain(zora.id)
    expect((await store().visitors.find(zora.id))?.mergedInto).toBeNull()
    expect((await rowOf(zora.conversation))?.visitor).toBe(zora.id)
    await finish(vera)
    expect((await merge(vera, zora.id)).status).toBe(303)
    const open = (await known(vera)).conversations.filter(
      ({ state }: { state: string }) => state !== 'closed',
    )
    expect(open.length).toBe(1)
  })

  test('are found by their address, and not where several have it', async () => {
    const [vera, zora, yan] = [await come('Vera'), await come('Zora'), await come('Yan')]
    await finish(vera)
    await finish(zora)
    await write(zora.id, { email: 'zora@home.example' })
    await write(yan.id, { email: 'zora@home.example' })
    expect((await merge(vera, 'zora@home.example')).status).toBe(422)
    await write(yan.id, { email: 'yan@home.example' })
    expect((await merge(vera, 'zora@home.example')).status).toBe(303)
    for (const [other, reason] of [
      [vera.id, 'This is the same visitor'],
      ['nobody@home.example', 'No visitor is found'],
      ['', 'No visitor is found'],
    ] as const) {
      const { status, text } = await merge(vera, other)
      expect([status, text.includes(reason)]).toEqual([422, true])
    }
    const chained = await merge(zora, yan.id)
    expect(chained.status).toBe(409)
  })

  test('stay kept out where one of them was, and the block goes with who it is of', async () => {
    const [vera, zora] = [await come('Vera'), await come('Zora')]
    await finish(vera)
    const { desk } = office.desk
    const block = { scope: 'visitor', value: zora.id, visitor: zora.id } as const
    await keepOut(desk, cara, { ...block, conversation: zora.conversation, reason: 'spam' }, null)
    const holds = ({ id }: Guest) =>
      desk.blocks.holds({ visitor: id, address: () => '203.0.113.7' }) !== undefined
    expect([holds(vera), holds(zora)]).toEqual([false, true])
    await merge(vera, zora.id)
    expect([holds(vera), holds(zora)]).toEqual([true, true])
    expect((await office.get(vera.page)).text).toContain('spam')
    await part(vera)
    expect([holds(vera), holds(zora)]).toEqual([false, true])
  })

  test('are not parted after a day, and only by who keeps all visitors', async () => {
    const [vera, zora] = [await come('Vera'), await come('Zora')]
    await finish(vera)
    const { ask, cookies } = office
    const asked = { cookie: cookies.supervisor, form: { other: zora.id } }
    expect((await ask('POST', visitorPaths.merge(vera.id), asked)).status).toBe(403)
    await merge(vera, zora.id)
    const [newest] = await store().visitors.merges(vera.id)
    const old = { ...newest, id: office.desk.desk.clock.id(), at: (newest?.at ?? 0) - 90_000_000 }
    await store().visitors.addMerge(old as NonNullable<typeof newest>)
    const late = await office.post(visitorPaths.parting(vera.id), { merge: old.id })
    expect(late.status).toBe(409)
    const nobody = '01900000-0000-7000-8000-000000000000'
    const none = await office.post(visitorPaths.parting(vera.id), { merge: nobody })
    expect(none.status).toBe(404)
  })

  test('that were cut short go on when they are asked for once more', async () => {
    const [vera, zora] = [await come('Vera'), await come('Zora', 'Still mine')]
    await finish(vera)
    await merge(vera, zora.id)
    // As a node would have left it that ended before the conversation went over.
    const { system, clock } = office.desk.desk
    await system.send(addressOf('conversation', zora.conversation), {
      ...{ type: 'claimed', at: clock.now(), from: vera.id, visitor: zora.id, name: 'Zora' },
    })
    expect((await merge(vera, zora.id)).status).toBe(303)
    expect((await rowOf(zora.conversation))?.visitor).toBe(vera.id)
  })
})
