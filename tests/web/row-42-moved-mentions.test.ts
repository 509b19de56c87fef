import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { NOTE } from '../support/leaks'
import { type Mentions, openMentions } from './mentions'

const { workbench } = paths
let at: Mentions
beforeAll(async () => {
  at = await openMentions()
})
afterAll(() => at.close())

describe('where a conversation goes', () => {
  const contextOf = async (id: string) =>
    (await at.harness.desk.desk.system.current<'conversation'>(`conversation:${id}`))?.context

  test('who is called goes: into another one, and back', async () => {
    const into = await at.talk('Vera (laptop)')
    const from = await at.talk('Vera (phone)')
    await at.note(from, '@Amir, see')
    const gone = await at.note(from, '@Amir, no')
    await at.post(workbench.entry(from).withdrawal(gone))
    await at.post(workbench.merge(from), { into }, at.cookies.sina)
    await at.clock.until(async () => ((await contextOf(into))?.merges.length ?? 0) > 0)
    expect([await at.unseen(), await at.count()]).toEqual([[into], 1])
    await at.post(workbench.unmerge(into), { from }, at.cookies.sina)
    await at.clock.until(async () => (await contextOf(from))?.mergedInto === null)
    expect(await at.unseen()).toEqual([from])
    // What was read where it went is read where it came from.
    await at.post(workbench.merge(from), { into }, at.cookies.sina)
    await at.clock.until(async () => ((await contextOf(into))?.merges.length ?? 0) > 0)
    await at.open(into)
    await at.post(workbench.unmerge(into), { from }, at.cookies.sina)
    await at.clock.until(async () => (await contextOf(from))?.mergedInto === null)
    expect(await at.unseen()).toEqual([])
  })

  test('who is called goes: off with a part of it, and back', async () => {
    const id = await at.talk()
    const stays = await at.note(id, '@Amir, first')
    const second = clientId()
    await at.post(workbench.messages(id), { text: 'And the chair', client_id: second })
    await at.note(id, '@Amir, second')
    await at.post(workbench.split(id), { from: second }, at.cookies.sina)
    const into = (await at.harness.store.conversations.row(id))?.splitInto ?? ''
    await at.clock.until(async () => (await contextOf(into))?.agent === at.harness.ana.id)
    expect((await at.unseen()).toSorted()).toEqual([id, into].toSorted())
    expect(await at.harness.store.mentions.lastUnseen(at.amir.id, id)).toBe(stays)
    await at.post(workbench.unsplit(into), {}, at.cookies.sina)
    await at.clock.until(async () => (await contextOf(id))?.mergedInto === null)
    expect(await at.unseen()).toEqual([id])
  })
})

test('a whisper and the note of a macro call colleagues too', async () => {
  const id = await at.talk()
  const whisper = { text: `${NOTE}: at.ask @Amir first`, client_id: clientId() }
  expect((await at.post(workbench.whisper(id), whisper, at.cookies.sina)).status).toBe(201)
  expect(await at.count()).toBe(1)
  await at.open(id)
  const acts = [{ does: 'note', value: `${NOTE}: @Amir pays back` }]
  const macro = { id: 'pays', name: 'Pay it back', departments: [], acts, version: 'one' }
  await at.harness.store.macros.create(macro, 'pay it back')
  expect((await at.post(workbench.macro(id, 'pays'))).status).toBe(204)
  expect(await at.count()).toBe(1)
})
