import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { systemClock } from '../../src/clock'
import { rowOf } from '../../src/commands/conversations/access'
import { end } from '../../src/commands/conversations/end'
import { changeDeskSettings } from '../../src/commands/desk-settings/change'
import { withdraw } from '../../src/commands/entries/withdraw'
import { removeFile } from '../../src/commands/files/remove'
import { sendFiles } from '../../src/commands/files/send'
import { askErasure } from '../../src/commands/privacy/erase'
import { openEraser } from '../../src/commands/privacy/eraser'
import { holdLegally, releaseHold } from '../../src/commands/privacy/holds'
import { deleteExpired } from '../../src/commands/privacy/retention'
import { hashToken } from '../../src/commands/tokens'
import { mergeVisitors } from '../../src/commands/visitors/merge/merge'
import { paths } from '../../views/paths'
import { clientId, hire, PASSWORD, type TestDesk, visit } from '../support/desk'
import { customerTab, openCustomerDesk, signInAs } from '../web/customers'
import { beginChat, type Tab } from '../web/tab'

const YEAR_MS = 365 * 24 * 3_600_000
let aheadMs = 0
const clock = { ...systemClock, now: () => systemClock.now() + aheadMs }
let desk: TestDesk
let ana: Staff
beforeAll(async () => {
  desk = await openCustomerDesk({ clock })
  ana = await hire(desk, 'Ana', 50, 'admin')
  await changeDeskSettings(desk.desk, 'retention', { keepDays: '30' })
})
afterAll(() => desk.close())

const hold = async (held: string) => {
  const object = await holdLegally(desk.desk, ana, { held, reason: 'Case 12 C 345' })
  if (isProblem(object)) throw new Error(object.reason)
  return object
}
const ended = async (name: string) => {
  const { person, conversation } = await visit(desk, name, `${name} was here`)
  await end(desk.desk, person, conversation)
  await desk.desk.system.rest()
  return { visitor: person.id, conversation }
}
/** Whether it is still there a year later. */
const staysFor = async (conversation: string) => {
  aheadMs += YEAR_MS
  await deleteExpired(desk.desk, ana)
  return (await desk.desk.store.remains.linesOf(conversation, 0, 10)).length > 0
}
const visitorOf = async (tab: Tab) =>
  (await desk.desk.store.visits.visitorOf(hashToken(tab.jar.get('bellhop-visitor') ?? ''))) ?? ''

test('what is held of a visitor stays held once they are one with another', async () => {
  const [held, into] = [await ended('Held'), await ended('Into')]
  await hold(held.visitor)
  expect(await mergeVisitors(desk.desk, ana, into.visitor, { other: held.visitor })).toBeNull()
  await desk.desk.system.rest()
  expect((await desk.desk.store.conversations.find(held.conversation))?.visitor).toBe(into.visitor)
  expect(await staysFor(held.conversation)).toBe(true)
  expect(await staysFor(into.conversation)).toBe(false)
})

test('who became one with another is held as who they are now', async () => {
  const [gone, into] = [await ended('Gone'), await ended('Becomes')]
  expect(await mergeVisitors(desk.desk, ana, into.visitor, { other: gone.visitor })).toBeNull()
  await desk.desk.system.rest()
  expect(await hold(gone.visitor)).toBe(`visitor:${into.visitor}`)
  expect(await staysFor(gone.conversation)).toBe(true)
})

test('nor is it let go by who signs in to an account of their own, and takes that away', async () => {
  await customerTab(desk, 'vera@guest.example')
  const tab = await beginChat(desk, 'I never paid for that kettle', 'Vera')
  const guest = await visitorOf(tab)
  const [talk] = await desk.desk.store.conversations.matchingIds({ visitor: guest }, 1)
  const object = await hold(guest)
  expect((await signInAs(tab, 'vera@guest.example')).status).toBe(303)
  await desk.desk.system.rest()
  const row = async () => desk.desk.store.conversations.find(talk ?? '')
  expect((await row())?.visitor).toBe(await visitorOf(tab))
  expect((await row())?.visitor).not.toBe(guest)
  const { account, removal } = paths.customers
  const form = { confirmation: 'vera@guest.example', current_password: PASSWORD }
  await tab.get(account)
  const refused = await tab.post(removal, form)
  expect([refused.status, refused.text.includes('cannot be deleted at the moment')]).toEqual([
    ...[409, true],
  ])
  expect((await row())?.visitorName).toBe('Vera Lind')
  const kept = await row()
  if (kept) await end(desk.desk, { kind: 'visitor', id: kept.visitor }, kept.id)
  await desk.desk.system.rest()
  expect(await staysFor(talk ?? '')).toBe(true)
  // Of two holds that keep it each is lifted.
  for (const one of [object, `conversation:${talk}`])
    await releaseHold(desk.desk, ana, { object: one, reason: 'Case 12 C 345' })
  await signInAs(tab, 'vera@guest.example')
  await tab.get(account)
  expect((await tab.post(removal, form)).status).toBe(303)
  expect(await staysFor(talk ?? '')).toBe(false)
})

test('a file of what is held is not removed in the office', async () => {
  const { conversation, visitor } = await ended('File')
  const file = { id: systemClock.id(), conversation, clientId: 'm1', bytes: 4, at: 1 }
  const object = await hold(visitor)
  expect(await removeFile(desk.desk, ana, file)).toMatchObject({ reason: 'legallyHeld' })
  await releaseHold(desk.desk, ana, { object, reason: 'Case 12 C 345' })
  expect(await removeFile(desk.desk, ana, file)).toBeNull()
})

test('what is held after somebody asked for its erasure, and before it began, stays', async () => {
  const { conversation, visitor } = await ended('Late')
  const erasure = await askErasure(desk.desk, ana, { visitor, confirmation: visitor })
  if (isProblem(erasure)) throw new Error(erasure.reason)
  const object = await hold(visitor)
  const eraser = openEraser({ node: 'node', desk: desk.desk })
  await eraser.round().catch(() => {})
  const { erasures, conversations } = desk.desk.store
  expect(await erasures.find(erasure.id)).toMatchObject({ step: 'stop', doneAt: null })
  expect((await conversations.find(conversation))?.visitorName).toBe('Late')
  await releaseHold(desk.desk, ana, { object, reason: 'Case 12 C 345' })
  await eraser.round()
  expect(await erasures.find(erasure.id)).toMatchObject({ step: 'done' })
  expect((await conversations.find(conversation))?.visitorName).not.toBe('Late')
})

test('bytes of what is taken back stay, though nobody is shown them, while it is held', async () => {
  const { person, conversation } = await visit(desk, 'Takes back')
  const row = await rowOf(desk.desk, conversation)
  const entry = clientId()
  const parts = async function* () {
    yield { name: 'client_id', value: entry }
    const bytes = async function* () {
      yield new TextEncoder().encode('what was promised')
    }
    yield { name: 'file', fileName: 'promise.txt', bytes: bytes() }
  }
  if (row) await sendFiles(desk.desk, person, row, parts(), { address: '', language: 'en' })
  const { files, transcripts } = desk.desk.store
  const [file] = await files.of(conversation, entry)
  const object = await hold(conversation)
  expect(isProblem(await withdraw(desk.desk, person, conversation, entry))).toBe(false)
  expect((await transcripts.shown(conversation, entry))?.body.kind).toBe('withdrawn')
  expect(await desk.desk.files.read(file?.id ?? '', 0, 17)).toBeDefined()
  await releaseHold(desk.desk, ana, { object, reason: 'Case 12 C 345' })
  await askErasure(desk.desk, ana, { visitor: person.id, confirmation: person.id })
  await openEraser({ node: 'node', desk: desk.desk }).round()
  expect(await desk.desk.files.read(file?.id ?? '', 0, 17)).toBeUndefined()
})
